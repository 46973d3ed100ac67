<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;
use Stead\Engine;
use Stead\Options;

/** php-fpm with several workers on one store, and an engine that lives as long as its worker. */
final class FpmTest extends TestCase
{
    private const WORKERS = 4;

    private Store $store;
    private Fpm $fpm;
    private string $revokeToken;

    protected function setUp(): void
    {
        $this->store = new Store(new Options());
        $this->revokeToken = $this->store->approve();
        $this->store->engine->close();
        $this->fpm = new Fpm(__DIR__ . '/fixtures/worker.php', self::WORKERS);
    }

    protected function tearDown(): void
    {
        $this->fpm->stop();
        self::assertStringNotContainsString('exited on signal', $this->fpm->log());
        self::assertStringNotContainsString('PHP message', $this->fpm->log());
    }

    public function testEachWorkerKeepsItsEngine(): void
    {
        $seen = [];
        for ($round = 0; $round < 40; $round++) {
            $answer = $this->ask('ask');
            self::assertTrue($answer['allowed']);
            self::assertSame(isset($seen[$answer['pid']]), $answer['openBefore'], 'open since the first request');
            $seen[$answer['pid']] = true;
        }
        self::assertGreaterThan(1, count($seen));
    }

    public function testWorkersSendAtOnce(): void
    {
        $requests = [];
        for ($i = 0; $i < 24; $i++) {
            $requests[] = $this->begin('send');
        }
        $ids = array_map(static fn (FastCgi $request): string => $request->answer()['id'], $requests);
        self::assertCount(24, array_unique($ids));

        $engine = Engine::open($this->store->path, Store::SECRET);
        $list = $engine->sessionFor($this->store->hankId)->documents->behalfList();
        self::assertSame(24, $list->total);
        self::assertTrue($engine->audit->verify($this->store->account, deep: true)->ok);
    }

    public function testARevocationInOneWorkerIsSeenByAll(): void
    {
        $this->inAllWorkers(function (): void {
            self::assertTrue($this->ask('ask')['allowed']);
        });
        self::assertSame('Revoked', $this->ask('revoke', token: $this->revokeToken)['status']);
        $this->inAllWorkers(function (): void {
            self::assertFalse($this->ask('ask')['allowed']);
        });
    }

    public function testAClosedEngineIsOpenedAnew(): void
    {
        for ($round = 0; $round < 12; $round++) {
            self::assertArrayNotHasKey('error', $this->ask('close'));
            self::assertTrue($this->ask('ask')['allowed']);
        }
    }

    public function testAScriptThatEndsInTheMiddleHarmsNobody(): void
    {
        for ($round = 0; $round < 12; $round++) {
            self::assertArrayHasKey('pid', $this->ask('exit'));
            self::assertTrue($this->ask('ask')['allowed']);
        }
    }

    public function testWorkersThatAreReplacedCloseTheirEngine(): void
    {
        $this->fpm->stop();
        // One at a time: of two that close together neither may be the last, and the log then stays for the next one.
        $this->fpm = new Fpm(__DIR__ . '/fixtures/worker.php', 1, requestsPerWorker: 5);
        $pids = [];
        for ($round = 0; $round < 30; $round++) {
            $pids[$this->ask('send')['pid']] = true;
        }
        self::assertGreaterThanOrEqual(4, count($pids));
        $this->fpm->stop();
        self::assertFileDoesNotExist($this->store->path . '-wal', 'the last worker closed its engine');
        $this->fpm = new Fpm(__DIR__ . '/fixtures/worker.php', 1);
        self::assertTrue($this->ask('ask')['allowed']);
    }

    /** @param callable(): void $ask */
    private function inAllWorkers(callable $ask): void
    {
        for ($round = 0; $round < 10 * self::WORKERS; $round++) {
            $ask();
        }
    }

    private function ask(string $do, string ...$more): mixed
    {
        return $this->begin($do, ...$more)->answer();
    }

    private function begin(string $do, string ...$more): FastCgi
    {
        $always = ['do' => $do, 'store' => $this->store->path, 'hank' => $this->store->hankId];
        return $this->fpm->begin(...$always, ...$more);
    }
}
