<?php

declare(strict_types=1);

namespace Stead\Cli;

use InvalidArgumentException;

/**
 * The command line says what no command understands, or something it names cannot be read.
 *
 * @internal
 */
final class UsageError extends InvalidArgumentException
{
}
