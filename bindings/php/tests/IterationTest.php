<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;
use RuntimeException;
use Stead\Exception\Misuse;

/** Generators that page, and what may happen in the middle of them. */
final class IterationTest extends TestCase
{
    private Store $store;

    protected function setUp(): void
    {
        $this->store = new Store();
        for ($i = 0; $i < 23; $i++) {
            $this->store->hank->apiKeys->create("robot $i");
        }
    }

    public function testPagesTurnByThemselves(): void
    {
        $first = $this->store->hank->apiKeys->list(pageSize: 10);
        self::assertSame([10, 23, false], [count($first), $first->total, $first->totalCapped]);
        $names = [];
        for ($cursor = null, $page = $first; $page !== null;) {
            array_push($names, ...array_column(iterator_to_array($page), 'name'));
            $cursor = $page->nextCursor;
            $page = $cursor === null ? null : $this->store->hank->apiKeys->list(10, $cursor);
        }
        $all = iterator_to_array($this->store->hank->apiKeys->all());
        self::assertSame($names, array_column($all, 'name'));
        self::assertSame(range(0, 22), array_keys($all));
    }

    public function testEveryListPages(): void
    {
        $this->store->approve();
        for ($i = 0; $i < 101; $i++) {
            $this->store->hank->identities->create("Legal $i", "legal+$i@cubeflakes.com");
        }
        self::assertCount(102, iterator_to_array($this->store->hank->identities->all()));
        self::assertCount(1, iterator_to_array($this->store->hank->identities->all(search: 'Luther')));
        self::assertCount(102, iterator_to_array($this->store->hank->grants->allPrincipals()));
        self::assertCount(1, iterator_to_array($this->store->hank->grants->allActors(all: true)));
        self::assertGreaterThan(100, iterator_count($this->store->hank->audit->all()));
        self::assertCount(0, iterator_to_array($this->store->hank->documents->all()));
        $team = $this->store->hank->teams->create('Sales');
        self::assertCount(1, iterator_to_array($this->store->hank->teams->all(search: 'sal')));
        self::assertCount(0, iterator_to_array($this->store->hank->users->all(teamId: $team->id)));
        self::assertGreaterThan(0, iterator_count($this->store->hank->users->all()));
        self::assertCount(0, iterator_to_array($this->store->hank->documents->allBehalf()));
    }

    public function testAnExceptionInTheMiddleHarmsNothing(): void
    {
        for ($round = 0; $round < 20; $round++) {
            try {
                foreach ($this->store->hank->apiKeys->all() as $place => $key) {
                    if ($place === $round) {
                        throw new RuntimeException($key->name);
                    }
                }
                self::fail('it is thrown');
            } catch (RuntimeException $thrown) {
                self::assertStringStartsWith('robot', $thrown->getMessage());
            }
        }
    }

    public function testTheEngineMayCloseInTheMiddle(): void
    {
        $this->expectException(Misuse::class);
        foreach ($this->store->hank->apiKeys->all() as $key) {
            $this->store->engine->close();
            $this->store->hank->apiKeys->revoke($key->id);
        }
    }

    public function testADeliveryMayUseTheOutboxItself(): void
    {
        $this->store->hank->identities->create('Luther Cooper', Store::LUTHER);
        $outbox = $this->store->engine->outbox;
        self::assertSame(1, $outbox->deliver(static fn () => $outbox->deliver(static fn () => null)));
    }
}
