<?php

declare(strict_types=1);

namespace Stead\Cli;

/**
 * A command line: one word or none, options with values, and flags.
 *
 * @internal
 */
final readonly class Arguments
{
    /**
     * @param array<string, string> $options by name, without the dashes
     * @param list<string> $flags
     */
    private function __construct(public ?string $word, private array $options, private array $flags)
    {
    }

    /**
     * @param list<string> $line
     * @param list<string> $options names of options that take a value
     * @param list<string> $flags names of options that take none
     */
    public static function parse(array $line, array $options, array $flags): self
    {
        $word = null;
        $values = [];
        $set = [];
        while ($line !== []) {
            $part = array_shift($line);
            if (!str_starts_with($part, '--')) {
                $word = $word === null ? $part : throw new UsageError("\"$part\" is one word too many");
                continue;
            }
            [$name, $value] = explode('=', substr($part, 2), 2) + [1 => null];
            if (in_array($name, $flags, true) && $value === null) {
                $set[] = $name;
            } elseif (in_array($name, $options, true)) {
                $value ??= str_starts_with($line[0] ?? '--', '--') ? null : array_shift($line);
                $values[$name] = $value ?? throw new UsageError("--$name needs a value");
            } else {
                throw new UsageError("there is no option \"$part\" here");
            }
        }
        return new self($word, $values, $set);
    }

    public function option(string $name): ?string
    {
        return $this->options[$name] ?? null;
    }

    public function has(string $flag): bool
    {
        return in_array($flag, $this->flags, true);
    }

    /** The whole number of an option; null when it is absent. */
    public function number(string $name): ?int
    {
        $value = $this->option($name);
        if ($value === null) {
            return null;
        }
        $number = filter_var($value, FILTER_VALIDATE_INT);
        return $number !== false ? $number : throw new UsageError("--$name is a whole number");
    }

    /** Path of the store. */
    public function store(): string
    {
        return $this->word ?? (getenv('STEAD_STORE') ?: throw new UsageError('name the store, or set STEAD_STORE'));
    }

    /** Path of the file with the host secret; null: the one beside the store. */
    public function secretFile(): ?string
    {
        return $this->option('secret-file') ?? (getenv('STEAD_SECRET_FILE') ?: null);
    }
}
