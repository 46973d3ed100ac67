<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;
use RuntimeException;
use Stead\Code;
use Stead\Engine;
use Stead\Exception;
use Stead\Exception\SteadException;
use Stead\FieldError;
use Stead\Options;
use Stead\Status;

/** Failures: one class per status, the code for what exactly happened. */
final class ErrorsTest extends TestCase
{
    private const CLASSES = [
        Exception\Invalid::class, Exception\Refused::class, Exception\NotFound::class, Exception\Conflict::class,
        Exception\Unauthenticated::class, Exception\LimitExceeded::class, Exception\Busy::class,
        Exception\StorageFailed::class, Exception\Misuse::class, Exception\Internal::class,
    ];

    public function testEveryStatusHasItsClass(): void
    {
        $statuses = [];
        foreach (self::CLASSES as $class) {
            $exception = new $class('newWord', 'text');
            self::assertInstanceOf(SteadException::class, $exception);
            self::assertInstanceOf(RuntimeException::class, $exception);
            self::assertSame('newWord', $exception->errorCode, 'a word that this version does not know survives');
            self::assertSame('newWord', $exception->codeWord());
            $statuses[] = $exception->status();
        }
        self::assertSame(array_slice(Status::cases(), 1), $statuses);
        foreach (Status::cases() as $place => $status) {
            self::assertSame($status->value, \stead_status_name($place));
        }
        self::assertSame('internal', \stead_status_name(77));
    }

    public function testInvalidNamesEveryField(): void
    {
        $store = new Store();
        try {
            $store->hank->identities->create('', 'nobody', operations: ['document.send', 'x']);
            self::fail('it is refused');
        } catch (Exception\Invalid $failed) {
            self::assertSame(Code::InvalidRecord, $failed->errorCode);
            $fields = array_map(static fn (FieldError $error): string => $error->field, $failed->fields);
            self::assertEqualsCanonicalizing(['/name', '/email', '/operations/1'], $fields);
            self::assertFalse($failed->retriable);
            self::assertNull($failed->remedy);
        }
    }

    public function testRefusedNamesTheRemedy(): void
    {
        $store = new Store();
        $store->hank->identities->create('Luther Cooper', Store::LUTHER);
        try {
            $store->hank->onBehalfOf(Store::LUTHER)->documents->send('Agreement', [Store::david()], [Store::agreement()]);
            self::fail('it is refused');
        } catch (Exception\Refused $failed) {
            self::assertSame(Code::ConsentPending, $failed->errorCode);
            self::assertSame('identity.resend', $failed->remedy);
            self::assertStringContainsString('has not answered', $failed->getMessage());
        }
    }

    /** @return iterable<string, array{class-string<SteadException>, Code, callable(Store): mixed}> */
    public static function failures(): iterable
    {
        $unknown = '01a200eb-5990-7000-bcf7-e82574f955f5';
        yield 'not found' => [Exception\NotFound::class, Code::AccountNotFound,
            static fn (Store $store) => $store->engine->accounts->get($unknown)];
        yield 'conflict' => [Exception\Conflict::class, Code::UserExists,
            static fn (Store $store) => $store->hank->users->invite('hankwhite@cubeflakes.com')];
        yield 'unauthenticated' => [Exception\Unauthenticated::class, Code::BadCredential,
            static fn (Store $store) => $store->engine->sessionWithKey('x')];
        yield 'limit' => [Exception\LimitExceeded::class, Code::TooLarge,
            static fn (Store $store) => \Stead\Record::parse(str_repeat(' ', 1_100_000) . '{}')];
        yield 'storage' => [Exception\StorageFailed::class, Code::SecretMismatch,
            static fn (Store $store) => Engine::open($store->path, str_repeat('x', 32), new Options(testClockMs: 1))];
        yield 'misuse' => [Exception\Misuse::class, Code::ClosedHandle,
            static fn (Store $store) => [$store->engine->close(), $store->hank->users->get($store->hankId)]];
    }

    /**
     * @dataProvider failures
     * @param class-string<SteadException> $class
     * @param callable(Store): mixed $call
     */
    public function testFailuresHaveTheirClass(string $class, Code $code, callable $call): void
    {
        try {
            $call(new Store());
            self::fail('it fails');
        } catch (SteadException $failed) {
            self::assertSame([$class, $code], [$failed::class, $failed->errorCode]);
            self::assertFalse($failed->retriable);
        }
    }

    public function testEveryStatusOfTheTableComesThroughTheExtension(): void
    {
        $table = json_decode((string) file_get_contents(__DIR__ . '/../../../core/base/errors.json'), true);
        self::assertSame(array_column($table['codes'], 'code'), array_column(Code::cases(), 'value'));
        self::assertSame($table['statuses'], array_column(Status::cases(), 'value'));
    }
}
