<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Exception\SteadException;

/**
 * What a command says: lines for people, or one JSON object for programs. Colours only on a terminal.
 *
 * @internal
 */
final class Output
{
    public const GREEN = '32';
    public const YELLOW = '33';
    public const RED = '31';
    public const DIM = '2';

    /**
     * @param resource $out
     * @param resource $errors
     */
    public function __construct(private readonly bool $json, private mixed $out, private mixed $errors)
    {
    }

    /** A line for people. */
    public function line(string $text): void
    {
        if (!$this->json) {
            @fwrite($this->out, "$text\n");
        }
    }

    /**
     * The object for programs.
     *
     * @param array<string, mixed> $answer
     */
    public function answer(array $answer): void
    {
        if ($this->json) {
            @fwrite($this->out, json_encode(
                $answer,
                JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR,
            ) . "\n");
        }
    }

    /** Why the command failed: code, text, the members at fault, the remedy. */
    public function failure(SteadException $failed): void
    {
        $this->answer(['error' => [
            'code' => $failed->codeWord(),
            'status' => $failed->status()->value,
            'text' => $failed->getMessage(),
            'remedy' => $failed->remedy,
            'retriable' => $failed->retriable,
            'fields' => $failed->fields,
        ]]);
        $this->complain($failed->codeWord() . ': ' . $failed->getMessage());
        foreach ($failed->fields as $field) {
            $this->complain("  $field->field: $field->message");
        }
        if ($failed->remedy !== null) {
            $this->complain("remedy: $failed->remedy");
        }
    }

    /** Why the command did not begin. */
    public function problem(string $code, string $text, ?string $remedy = null): void
    {
        $this->answer(['error' => ['code' => $code, 'text' => $text, 'remedy' => $remedy]]);
        $this->complain("stead: $text");
        if ($remedy !== null) {
            $this->complain("remedy: $remedy");
        }
    }

    public function painted(string $colour, string $text): string
    {
        return stream_isatty($this->out) && getenv('NO_COLOR') === false ? "\033[{$colour}m$text\033[0m" : $text;
    }

    private function complain(string $line): void
    {
        if (!$this->json) {
            @fwrite($this->errors, "$line\n");
        }
    }
}
