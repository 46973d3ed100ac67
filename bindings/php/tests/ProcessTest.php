<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;
use Stead\Code;
use Stead\Engine;
use Stead\Exception\Misuse;
use Stead\Options;

/** Several processes, opcache, and nothing that grows. */
final class ProcessTest extends TestCase
{
    public function testAForkedChildHasToOpenItsOwn(): void
    {
        $store = new Store(new Options());
        $report = Store::freshPath();
        $child = pcntl_fork();
        if ($child === 0) {
            $codes = [];
            foreach ([
                static fn () => $store->hank->allows('document.send'),
                static fn () => $store->hank->identities->all()->current(),
                static fn () => Engine::open($store->path, Store::SECRET),
                static fn () => Engine::persistent($store->path, Store::SECRET),
                static fn () => $store->engine->close(),
            ] as $call) {
                try {
                    $call();
                } catch (Misuse $failed) {
                    $codes[] = $failed->codeWord();
                }
            }
            Engine::open("$report.db", Store::SECRET)->close();
            file_put_contents($report, implode(' ', $codes));
            unset($store);
            posix_kill(posix_getpid(), SIGKILL); // nothing of PHPUnit runs twice
        }
        pcntl_waitpid($child, $status);
        self::assertSame(trim(str_repeat(Code::ForkedProcess->value . ' ', 5)), file_get_contents($report));
        self::assertTrue($store->engine->audit->verify($store->account)->ok);
        self::assertTrue($store->hank->allows('identity.create'));
    }

    public function testClosedBeforeTheForkBothGoOn(): void
    {
        $store = new Store(new Options());
        $store->engine->close();
        $children = [];
        for ($i = 0; $i < 4; $i++) {
            $children[$i] = pcntl_fork();
            if ($children[$i] === 0) {
                $hank = Engine::open($store->path, Store::SECRET)->sessionFor($store->hankId);
                for ($team = 0; $team < 10; $team++) {
                    $hank->teams->create("Sales $i $team");
                }
                unset($hank);
                posix_kill(posix_getpid(), SIGKILL);
            }
        }
        foreach ($children as $child) {
            pcntl_waitpid($child, $status);
        }
        $engine = Engine::open($store->path, Store::SECRET);
        $made = array_filter(
            iterator_to_array($engine->sessionFor($store->hankId)->audit->all()),
            static fn (object $item): bool => $item->entry->operation === 'team.create',
        );
        self::assertCount(40, $made);
    }

    /** @return iterable<string, array{list<string>}> */
    public static function engines(): iterable
    {
        yield 'without opcache' => [['-d', 'opcache.enable_cli=0']];
        yield 'with opcache' => [[]];
        yield 'tracing JIT' => [['-d', 'opcache.jit_buffer_size=32M', '-d', 'opcache.jit=tracing']];
        yield 'function JIT' => [['-d', 'opcache.jit_buffer_size=32M', '-d', 'opcache.jit=function']];
    }

    /**
     * @dataProvider engines
     * @param list<string> $settings
     */
    public function testTheStoryUnderEveryEngineOfPhp(array $settings): void
    {
        [$status, $out, $errors] = Php::run(__DIR__ . '/fixtures/story.php', [], $settings);
        self::assertSame([0, "allowed 20000, refused 20000, Completed\n", ''], [$status, $out, $errors]);
    }

    public function testNothingGrows(): void
    {
        $calls = (int) (getenv('STEAD_PHP_CALLS') ?: 20_000);
        [$status, $out, $errors] = Php::run(__DIR__ . '/fixtures/growth.php', [(string) $calls]);
        self::assertSame([0, ''], [$status, $errors], $out);
    }
}
