<?php

declare(strict_types=1);

namespace Stead\Cli;

/**
 * One command of the program.
 *
 * @internal
 */
interface Command
{
    /** @var list<string> options it takes beside --json; those with a value end in "=" */
    public const OPTIONS = [];

    /** @return int exit status */
    public function run(Input $input): int;
}
