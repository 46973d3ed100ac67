<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Engine;
use Stead\Internal\Json;

/**
 * Makes a store and its host secret.
 *
 * @internal
 */
final class Init implements Command
{
    public const OPTIONS = ['secret-file='];

    public function run(Input $input): int
    {
        $store = $input->store();
        $file = $input->option('secret-file');
        if ($file !== null && !file_exists($file)) {
            self::writeSecret($file);
        }
        $existed = file_exists($store);
        $engine = Engine::open($store, $input->secret());
        $said = ['store' => $store, 'made' => !$existed, 'secretFile' => $file ?? "$store.secret"];
        $said['warning'] = $engine->warning();
        $engine->close();
        if ($input->isJson()) {
            echo Json::encode($said), "\n";
            return 0;
        }
        echo $existed ? "The store $store is there and fits.\n" : "Made the store $store.\n";
        echo "Its host secret is in {$said['secretFile']}: back it up apart from the store, and never lose it.\n";
        return 0;
    }

    private static function writeSecret(string $file): void
    {
        $before = umask(0077);
        $written = @file_put_contents($file, random_bytes(32));
        umask($before);
        if ($written !== 32) {
            throw new UsageError("$file cannot be written");
        }
    }
}
