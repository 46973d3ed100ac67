<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;
use Stead\Checkpoints;
use Stead\Code;
use Stead\Engine;
use Stead\Exception\Conflict;
use Stead\Exception\StorageFailed;
use Stead\Options;

/** Backup, restore, check and rotation: what keeps a store trustworthy. */
final class StoreCareTest extends TestCase
{
    private const NEW_SECRET = "\10\10\10\10\10\10\10\10\10\10\10\10\10\10\10\10"
        . "\10\10\10\10\10\10\10\10\10\10\10\10\10\10\10\10";

    public function testABackupOpensAndContinuesItsCheckpoint(): void
    {
        $store = new Store();
        $before = $store->engine->audit->checkpoint($store->account);
        $path = Store::freshPath();
        $backup = $store->engine->backup($path);
        self::assertSame([$path, filesize($path)], [$backup->path, $backup->bytes]);
        self::assertSame(0600, fileperms($path) & 0777);
        try {
            $store->engine->backup($path);
            self::fail('a file was overwritten');
        } catch (Conflict $conflict) {
            self::assertSame(Code::BackupExists->value, $conflict->codeWord());
        }
        $store->hank->identities->create('Luther Cooper', Store::LUTHER);
        $later = $store->engine->audit->checkpoint($store->account);
        $copy = Engine::open($path, Store::SECRET, new Options(expectCheckpoint: [$before->checkpoint]));
        self::assertSame($before->root, $copy->audit->checkpoint($store->account)->root);
        $copy->close();
        try {
            Engine::open($path, Store::SECRET, new Options(expectCheckpoint: $later->checkpoint));
            self::fail('an old backup was opened');
        } catch (StorageFailed $failed) {
            self::assertSame(Code::StoreBehind->value, $failed->codeWord());
        }
    }

    public function testAStoreIsCheckedInSteps(): void
    {
        $store = new Store();
        $check = $store->engine->check(maxSteps: 1);
        self::assertSame([true, [], 1], [$check->ok, $check->findings, $check->steps]);
        while ($check->nextCursor !== null) {
            $check = $store->engine->check($check->nextCursor);
            self::assertTrue($check->ok);
        }
    }

    public function testATrailIsVerifiedInParts(): void
    {
        $store = new Store();
        $store->approve();
        $whole = $store->engine->audit->verify($store->account);
        $part = $store->engine->audit->verifyPart($store->account, max: 1);
        self::assertSame([true, 0, 1, 1], [$part->ok, $part->from, $part->to, $part->next]);
        $last = $store->engine->audit->verifyPart($store->account, 1, deep: true);
        self::assertSame([$whole->size, null, $whole->root], [$last->to, $last->next, $last->root]);
    }

    public function testANewSecretTakesOver(): void
    {
        $store = new Store();
        $account = $store->account;
        $before = $store->engine->audit->checkpoint($account);
        $store->engine->close();
        $engine = Engine::open($store->path, self::NEW_SECRET, previousSecrets: [Store::SECRET]);
        $after = $engine->audit->checkpoint($account);
        $proof = $engine->audit->proveConsistency($account, $before->size, $after->size)->proof;
        $engine->close();
        self::assertNotSame($before->vkey, $after->vkey);
        self::assertTrue(Checkpoints::verify($before->checkpoint, $proof, "$before->vkey\n$after->vkey")->ok);
        self::assertTrue(Checkpoints::verify($before->checkpoint, $proof, $before->vkey, $after->checkpoint)->ok);
        $broken = Checkpoints::verify($before->checkpoint, $proof, $after->vkey);
        self::assertSame([false, 'older'], [$broken->ok, $broken->broken?->check]);
        try {
            Engine::open($store->path, Store::SECRET);
            self::fail('the old secret still opens the store');
        } catch (StorageFailed $failed) {
            self::assertSame(Code::SecretMismatch->value, $failed->codeWord());
        }
    }
}
