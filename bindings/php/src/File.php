<?php

declare(strict_types=1);

namespace Stead;

use InvalidArgumentException;
use SplFileInfo;

/** A file to send: at most 25 MB, and at most 25 of them. Source: contract 4.5. */
final readonly class File
{
    private const PART_BYTES = 1 << 20;

    /** @param string|SplFileInfo|resource $content */
    private function __construct(public string $name, private mixed $content)
    {
    }

    /** A file on disk, by its own name unless another is given. It is read when it is sent. */
    public static function path(string|SplFileInfo $path, ?string $name = null): self
    {
        return new self($name ?? basename((string) $path), new SplFileInfo((string) $path));
    }

    /** Bytes in memory. */
    public static function bytes(string $name, string $bytes): self
    {
        return new self($name, $bytes);
    }

    /** @param resource $stream an open stream, read from where it stands to its end */
    public static function stream(string $name, mixed $stream): self
    {
        return is_resource($stream) ? new self($name, $stream) : throw new InvalidArgumentException('no open stream');
    }

    /**
     * @internal
     * @param iterable<self|string|SplFileInfo> $files
     */
    public static function upload(iterable $files): Native\Upload
    {
        $upload = \stead_upload_new();
        foreach ($files as $file) {
            ($file instanceof self ? $file : self::path($file))->addTo($upload);
        }
        return $upload;
    }

    private function addTo(Native\Upload $upload): void
    {
        if (is_string($this->content)) {
            \stead_upload_add_file($upload, $this->name, $this->content);
            return;
        }
        $stream = $this->content instanceof SplFileInfo ? self::opened($this->content) : $this->content;
        \stead_upload_begin_file($upload, $this->name);
        while (!feof($stream)) {
            $part = fread($stream, self::PART_BYTES);
            if ($part === false) {
                throw new InvalidArgumentException("$this->name cannot be read");
            }
            \stead_upload_append($upload, $part);
        }
    }

    /** @return resource */
    private static function opened(SplFileInfo $file): mixed
    {
        $stream = is_file((string) $file) ? @fopen((string) $file, 'rb') : false;
        return $stream !== false ? $stream : throw new InvalidArgumentException("$file cannot be read");
    }
}
