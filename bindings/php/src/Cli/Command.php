<?php

declare(strict_types=1);

namespace Stead\Cli;

/**
 * One command of bin/stead.
 *
 * @internal
 */
interface Command
{
    /** @return list<string> names of its options that take a value */
    public function options(): array;

    /** @return list<string> names of its options that take none, beside --json */
    public function flags(): array;

    /** Does the work; answers the exit code. */
    public function run(Arguments $arguments, Output $output): int;
}
