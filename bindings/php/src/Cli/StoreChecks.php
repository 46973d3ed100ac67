<?php

declare(strict_types=1);

namespace Stead\Cli;

use Stead\Code;
use Stead\Engine;
use Stead\Exception\SteadException;
use Stead\Migrate;

/**
 * The doctor's look at a store and its secret. The store's file is never opened here but by Stead: closing it as a
 * plain file would drop the locks of SQLite.
 *
 * @internal
 */
final class StoreChecks
{
    /** @return iterable<Check> */
    public static function of(Arguments $arguments): iterable
    {
        $store = $arguments->store();
        $file = self::file($store);
        $secret = self::secret($arguments->secretFile(), $store);
        yield $file;
        yield $secret;
        if ($file->result === 'failed' || $secret->result === 'failed' || !extension_loaded('stead')) {
            return;
        }
        try {
            $engine = Store::open($arguments, Migrate::Never);
        } catch (SteadException $failed) {
            $said = $failed->codeWord() . ': ' . $failed->getMessage();
            yield Check::failed('opens', $said, match ($failed->errorCode) {
                Code::SecretMismatch => 'name the file of this store\'s secret with --secret-file',
                Code::StoreNewer => 'install the libstead this store was last used with, or a later one',
                Code::StoreOlder => "stead init $store brings it up to date",
                default => $failed->remedy,
            });
            return;
        }
        yield Check::ok('opens', 'the store opens and the secret is the right one');
        yield self::deadLetters($engine);
        $engine->close();
    }

    private static function file(string $store): Check
    {
        $folder = dirname($store);
        if (!is_file($store)) {
            return Check::failed('store', "$store is not there", "stead init $store");
        }
        if (!is_readable($store) || !is_writable($store) || !is_writable($folder)) {
            return Check::failed(
                'store',
                "this user cannot write $store and in its folder",
                'run it as the user of php-fpm, or give that user the folder: -wal, -shm and .lock are made there',
            );
        }
        $mode = fileperms($store) & 0777;
        return ($mode & 0007) === 0
            ? Check::ok('store', "$store can be written")
            : Check::warning(
                'store',
                sprintf('%s is open to everybody (mode %04o)', $store, $mode),
                "chmod 0600 $store",
            );
    }

    private static function secret(?string $path, string $store): Check
    {
        $file = new SecretFile($path ?? "$store.secret");
        $problem = $file->problem();
        if ($problem !== null) {
            return Check::failed('secret', $problem, match (true) {
                !is_file($file->path) =>
                    'name the file of this store\'s secret with --secret-file; a new one does not fit it',
                $file->allows(0007) => "chmod 0600 $file->path",
                default => 'put the secret of this store there again: 32 bytes, readable by this user',
            });
        }
        return match (true) {
            $file->allows(0070) => Check::warning(
                'secret',
                "$file->path is open to its group (mode {$file->mode()})",
                'leave nobody but the user of php-fpm in that group, or chmod 0600',
            ),
            $path === null => Check::warning(
                'secret',
                "$file->path stands beside the store",
                'keep it apart from backups of the store',
            ),
            default => Check::ok('secret', "$file->path is readable by its owner alone"),
        };
    }

    private static function deadLetters(Engine $engine): Check
    {
        $letters = $engine->outbox->deadLetters(pageSize: 1);
        if ($letters->total === 0) {
            return Check::ok('dead letters', 'none');
        }
        $newest = $letters->items[0];
        return Check::warning(
            'dead letters',
            sprintf(
                '%d mails could not be delivered; the newest: %s, %d attempts, %s',
                $letters->total,
                $newest->kind,
                $newest->attempts,
                $newest->error ?? 'no reason given',
            ),
            'see to the mail server; $engine->outbox->allDeadLetters() names them all',
        );
    }
}
