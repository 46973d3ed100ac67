<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Engine;

/**
 * The store a command line names.
 *
 * @internal
 */
final class Store
{
    /** Opens it; a store that is not there is not made. */
    public static function open(Arguments $arguments): Engine
    {
        $path = $arguments->store();
        if (!is_file($path)) {
            throw new UsageError("there is no store $path; stead init makes one");
        }
        $secretFile = $arguments->secretFile();
        return Engine::open($path, $secretFile === null ? null : (new SecretFile($secretFile))->read());
    }
}
