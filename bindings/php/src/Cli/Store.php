<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Engine;
use Stead\Migrate;
use Stead\Options;

/**
 * The store a command line names.
 *
 * @internal
 */
final class Store
{
    /** Opens it; one that is not there is not made, an older one is brought up to date unless told otherwise. */
    public static function open(Arguments $arguments, Migrate $migrate = Migrate::Auto): Engine
    {
        $path = $arguments->store();
        if (!is_file($path)) {
            throw new UsageError("there is no store $path; stead init makes one");
        }
        $secretFile = $arguments->secretFile();
        $secret = $secretFile === null ? null : (new SecretFile($secretFile))->read();
        return Engine::open($path, $secret, new Options(migrate: $migrate));
    }
}
