<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;
use Stead\Authority;
use Stead\Code;
use Stead\Decision;
use Stead\Exception\Invalid;
use Stead\Operation;
use Stead\Role;

/** Questions: "no" is an answer, never an exception. */
final class DecisionTest extends TestCase
{
    public function testADecisionSaysWhy(): void
    {
        $store = new Store();
        $store->hank->identities->create('Luther Cooper', Store::LUTHER);
        $pending = $store->hank->decide('document.send', for: Store::LUTHER);
        self::assertEquals(new Decision(false, reason: Code::ConsentPending, remedy: 'identity.resend'), $pending);
        self::assertFalse($store->hank->allows(Operation::DocumentSend, Store::LUTHER));
        $explained = $store->hank->explain(Operation::DocumentSend, for: Store::LUTHER);
        self::assertSame([false, Code::ConsentPending], [$explained->allowed, $explained->reason]);
    }

    public function testAnAllowedOneNamesItsGrant(): void
    {
        $store = new Store();
        $store->hank->identities->create('Luther Cooper', Store::LUTHER);
        $link = $store->engine->ownerLink($store->tokenFor(Store::LUTHER));
        $until = Store::at('2026-04-01T00:00:00.250Z');
        $grant = $link->approve($link->look()->textHash, until: $until)->grant;
        $allowed = $store->hank->onBehalfOf(Store::LUTHER)->decide(Operation::DocumentSend);
        self::assertEquals(new Decision(true, Authority::Grant, null, null, $grant?->id, 1, $until), $allowed);
        self::assertTrue($store->hank->allows('document.send', Store::LUTHER));
        self::assertTrue($store->hank->allows('identity.create'));
    }

    public function testAboutOneDocument(): void
    {
        $store = new Store();
        $store->approve();
        $sent = $store->hank->onBehalfOf(Store::LUTHER)->documents->send('Agreement', [Store::david()], [Store::agreement()]);
        self::assertTrue($store->hank->decide('document.remind', for: Store::LUTHER, document: $sent->id)->allowed);
        $asHimself = $store->hank->decide('document.remind', document: $sent->id);
        self::assertFalse($asHimself->allowed);
        self::assertFalse($store->hank->explain('document.remind', document: $sent->id)->allowed);
        self::assertTrue($store->hank->explain('document.remind', Store::LUTHER, $sent->id)->allowed);
    }

    public function testWhatWasAllowedThenIsStillKnown(): void
    {
        $store = new Store();
        $revoke = $store->approve();
        $sent = $store->hank->onBehalfOf(Store::LUTHER)->documents->send('Agreement', [Store::david()], [Store::agreement()]);
        $index = $store->hank->audit->list(subjectId: $sent->id)->items[0]->index;
        $store->engine->ownerLink($revoke)->revoke();
        self::assertFalse($store->hank->allows('document.send', Store::LUTHER));

        $then = $store->hank->audit->decideAsOf(Operation::DocumentSend, index: $index, principal: Store::LUTHER);
        self::assertSame([true, Authority::Grant, $index], [$then->allowed, $then->authority, $then->before]);
        $replay = $store->hank->audit->replay($index);
        self::assertTrue($replay->agrees);
        self::assertSame($replay->recorded->grantId, $then->grantId);
    }

    public function testManyAtOnceKeepTheirKeys(): void
    {
        $store = new Store();
        $store->approve();
        $answers = $store->hank->decideAll([
            'luther' => [Operation::DocumentSend, Store::LUTHER],
            'legal' => ['document.send', 'legal@cubeflakes.com'],
            7 => ['no.such', null],
        ]);
        self::assertSame(['luther', 'legal', 7], array_keys($answers));
        self::assertSame([true, false, false], array_column($answers, 'allowed'));
        self::assertSame([null, Code::NoIdentity, Code::UnknownOperation], array_column($answers, 'reason'));
        self::assertSame([], $store->hank->decideAll([]));

        $batch = \stead_decisions_new();
        \stead_decisions_add($batch, 'document.send', null);
        self::assertSame([1, false], [\stead_decisions_count($batch), \stead_decisions_allowed($batch, 0)]);
        \stead_decisions_clear($batch);
        self::assertSame(0, \stead_decisions_count($batch));
    }

    public function testSessionsKnowWhoActs(): void
    {
        $store = new Store();
        $forLuther = $store->hank->onBehalfOf(Store::LUTHER);
        self::assertSame([$store->hankId, $store->account, null],
            [$store->hank->userId, $store->hank->accountId, $store->hank->principal]);
        self::assertSame([$store->hankId, Store::LUTHER], [$forLuther->userId, $forLuther->principal]);
        self::assertNull($forLuther->onBehalfOf('hankwhite@cubeflakes.com')->principal);
        $forLuther->close();
        self::assertFalse($store->hank->allows('document.send', Store::LUTHER));
        $this->expectException(Invalid::class);
        $store->hank->onBehalfOf('nobody');
    }

    public function testAccountWide(): void
    {
        $store = new Store();
        $store->hank->accounts->update(accountWide: true);
        $luther = $store->hank->users->invite(Store::LUTHER, role: Role::Member);
        $store->engine->acceptInvitation($store->tokenFor(Store::LUTHER), 'Luther Cooper');
        $store->hank->users->update($store->hankId, apiAccountWideAccess: true, allowSendOnBehalfOf: true);
        $decision = $store->hank->accountWide($luther->id)->decide('document.send');
        self::assertEquals([true, Authority::AccountWide], [$decision->allowed, $decision->authority]);
    }
}
