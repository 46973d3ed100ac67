<?php

declare(strict_types=1);

namespace Stead\Cli;

/**
 * What the doctor found at one place.
 *
 * @internal
 */
final readonly class Check
{
    private function __construct(
        public string $name,
        /** ok, hint, warning or failed. */
        public string $result,
        public string $text,
        public ?string $remedy = null,
    ) {
    }

    public static function ok(string $name, string $text): self
    {
        return new self($name, 'ok', $text);
    }

    /** Nothing is wrong; it could be better. */
    public static function hint(string $name, string $text, string $remedy): self
    {
        return new self($name, 'hint', $text, $remedy);
    }

    /** It works, and somebody should look at it. */
    public static function warning(string $name, string $text, string $remedy): self
    {
        return new self($name, 'warning', $text, $remedy);
    }

    /** It does not work. */
    public static function failed(string $name, string $text, ?string $remedy = null): self
    {
        return new self($name, 'failed', $text, $remedy);
    }
}
