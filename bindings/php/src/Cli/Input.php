<?php

declare(strict_types=1);

namespace Stead\Cli;

/**
 * What stands on the command line behind the command.
 *
 * @internal
 */
final class Input
{
    private const SECRET_BYTES = 32;

    /** @var array<string, string|true> */
    private array $options = [];

    /** @var list<string> */
    private array $operands = [];

    /**
     * @param list<string> $arguments
     * @param list<string> $known names of options; those with a value end in "="
     */
    public function __construct(array $arguments, array $known)
    {
        foreach ($arguments as $argument) {
            if (!str_starts_with($argument, '--')) {
                $this->operands[] = $argument;
                continue;
            }
            [$name, $value] = explode('=', substr($argument, 2), 2) + [1 => true];
            $wanted = $value === true ? $name : "$name=";
            if (!in_array($wanted, [...$known, 'json'], true)) {
                throw new UsageError("$argument is not understood");
            }
            $this->options[$name] = $value;
        }
    }

    public function option(string $name): ?string
    {
        $value = $this->options[$name] ?? null;
        return $value === true ? '' : $value;
    }

    public function isJson(): bool
    {
        return isset($this->options['json']);
    }

    public function store(): string
    {
        return $this->operands[0] ?? throw new UsageError('which STORE?');
    }

    public function hasStore(): bool
    {
        return $this->operands !== [];
    }

    /** The host secret of --secret-file, null when there is no such option. */
    public function secret(): ?string
    {
        $file = $this->option('secret-file');
        if ($file === null) {
            return null;
        }
        $secret = is_readable($file) ? file_get_contents($file, length: self::SECRET_BYTES + 1) : false;
        if ($secret === false || strlen($secret) !== self::SECRET_BYTES) {
            throw new UsageError("$file does not hold a host secret of 32 bytes");
        }
        return $secret;
    }
}
