<?php

declare(strict_types=1);

namespace Stead\Cli;

use RuntimeException;

/**
 * The command line says something that is not understood.
 *
 * @internal
 */
final class UsageError extends RuntimeException
{
}
