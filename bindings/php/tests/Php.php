<?php

declare(strict_types=1);

namespace Stead\Tests;

use ReflectionExtension;
use RuntimeException;

/** Further PHP processes with the same extension. */
final class Php
{
    /** @return list<string> */
    public static function settings(): array
    {
        $settings = ['-d', 'extension=' . self::extension(), '-d', 'opcache.enable_cli=1'];
        return [...$settings, '-d', 'zend_extension=opcache', '-d', 'display_errors=stderr', '-d', 'html_errors=0'];
    }

    /** Path of the stead.so that runs here. */
    public static function extension(): string
    {
        foreach (file('/proc/self/maps') ?: [] as $line) {
            if (preg_match('~\s(/\S*/stead\.so)$~', $line, $found) === 1) {
                return $found[1];
            }
        }
        throw new RuntimeException((new ReflectionExtension('stead'))->getName() . ' is not loaded from a file');
    }

    /**
     * Runs a script to its end.
     *
     * @param list<string> $arguments
     * @param list<string> $settings further settings, e.g. ['-d', 'opcache.jit=tracing']
     * @return array{int, string, string} how it ended, output, errors
     */
    public static function run(string $script, array $arguments = [], array $settings = []): array
    {
        $command = [PHP_BINARY, '-n', ...self::settings(), ...$settings, $script, ...$arguments];
        $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['pipe', 'w']], $pipes);
        if ($process === false) {
            throw new RuntimeException('PHP does not start');
        }
        $out = stream_get_contents($pipes[1]);
        $errors = stream_get_contents($pipes[2]);
        return [proc_close($process), (string) $out, (string) $errors];
    }
}
