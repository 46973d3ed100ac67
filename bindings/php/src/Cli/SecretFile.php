<?php

declare(strict_types=1);

namespace Stead\Cli;

/**
 * The file of the host secret. Its content is never shown.
 *
 * @internal
 */
final readonly class SecretFile
{
    public const BYTES = 32;

    public function __construct(public string $path)
    {
    }

    /** Makes it with random bytes, readable by its owner alone, unless it is there. */
    public function make(): void
    {
        if (file_exists($this->path)) {
            return;
        }
        $mask = umask(0077);
        $file = @fopen($this->path, 'xb');
        umask($mask);
        if ($file === false || fwrite($file, random_bytes(self::BYTES)) !== self::BYTES || !fclose($file)) {
            throw new UsageError("the secret file $this->path cannot be made");
        }
    }

    public function read(): string
    {
        $bytes = is_file($this->path) ? @file_get_contents($this->path) : false;
        return $bytes !== false ? $bytes : throw new UsageError("the secret file $this->path cannot be read");
    }

    /** What is wrong with it, null when nothing is. */
    public function problem(): ?string
    {
        if (!is_file($this->path)) {
            return "$this->path is not there";
        }
        if (!is_readable($this->path)) {
            return "$this->path cannot be read by this user";
        }
        if (filesize($this->path) !== self::BYTES) {
            return sprintf('%s has %d bytes instead of %d', $this->path, filesize($this->path), self::BYTES);
        }
        return $this->allows(0007) ? "$this->path is open to everybody (mode {$this->mode()})" : null;
    }

    /** Whether its mode has one of these bits. */
    public function allows(int $bits): bool
    {
        return (fileperms($this->path) & $bits) !== 0;
    }

    /** Its mode in octal, e.g. "0600". */
    public function mode(): string
    {
        return sprintf('%04o', fileperms($this->path) & 0777);
    }
}
