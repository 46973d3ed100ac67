<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;
use Stead\Answer\Identity;
use Stead\Answer\TakenMessages;
use Stead\Answer\User;
use Stead\IdentityStatus;
use Stead\Locale;

/** Records: immutable, complete, and closed-mouthed about secrets. */
final class AnswerTest extends TestCase
{
    private static function identityJson(string $more = ''): string
    {
        $store = new Store();
        $store->approve();
        $json = $store->hank->identities->get(Store::LUTHER)->toJson();
        return substr($json, 0, -1) . $more . '}';
    }

    public function testMembersAreTyped(): void
    {
        $identity = Identity::fromJson(self::identityJson());
        self::assertSame(IdentityStatus::Verified, $identity->status);
        self::assertSame('2026-01-01 00:00:00.000', $identity->requestedAt->format('Y-m-d H:i:s.v'));
        self::assertSame(1, $identity->grant?->version);
        self::assertTrue($identity->notificationSettings->completed);
    }

    public function testUnknownMembersAndWordsSurvive(): void
    {
        $json = str_replace('"Verified"', '"Paused"', self::identityJson(',"colour":{"of":{}},"lists":[[]]'));
        $identity = Identity::fromJson($json);
        self::assertSame('Paused', $identity->status);
        self::assertSame(Locale::EN, $identity->locale);
        self::assertSame(['of' => []], $identity->toArray()['colour']);
        self::assertSame($json, $identity->toJson());
        self::assertSame($json, json_encode($identity, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE));
    }

    public function testAPartTellsItsOwnJson(): void
    {
        $identity = Identity::fromJson(str_replace('"until"', '"x"', self::identityJson()));
        $whole = json_decode($identity->toJson());
        self::assertEquals($whole->grant, json_decode((string) $identity->grant?->toJson()));
        self::assertEquals($whole->notificationSettings, json_decode($identity->notificationSettings->toJson()));
    }

    public function testRecordsCannotBeChanged(): void
    {
        $identity = Identity::fromJson(self::identityJson());
        $this->expectException(\Error::class);
        $this->expectExceptionMessage('Cannot modify readonly property');
        $identity->name = 'David';
    }

    public function testRecordsGoThroughACache(): void
    {
        $identity = Identity::fromJson(self::identityJson(',"colour":{}'));
        $again = unserialize(serialize($identity));
        self::assertInstanceOf(Identity::class, $again);
        self::assertEquals($identity->grant, $again->grant);
        self::assertSame($identity->toJson(), $again->toJson());
    }

    public function testBrokenSerialisedRecordsThrow(): void
    {
        $this->expectException(\JsonException::class);
        unserialize(sprintf('O:%d:"%s":1:{s:4:"json";s:1:"x";}', strlen(User::class), User::class));
    }

    public function testDumpsShowNoSecret(): void
    {
        $store = new Store();
        $key = $store->hank->apiKeys->create('contract robot');
        self::assertNotNull($key->key);
        $store->hank->identities->create('Luther Cooper', Store::LUTHER);
        $taken = $store->engine->outbox->take();
        $link = (string) $taken->items[0]->link;
        $token = substr((string) strrchr($link, '/'), 1);
        self::assertStringContainsString($token, $taken->items[0]->text);
        foreach ([$key, $taken, $taken->items[0], $store->engine->ownerLink($token)] as $value) {
            ob_start();
            var_dump($value);
            $shown = ob_get_clean() . print_r($value, true);
            self::assertStringNotContainsString($token, $shown);
            self::assertStringNotContainsString($key->key, $shown);
        }
        self::assertStringContainsString($token, $taken->toJson());
        self::assertInstanceOf(TakenMessages::class, unserialize(serialize($taken)));
    }

    public function testExceptionsShowNoSecret(): void
    {
        $store = new Store();
        $calls = [
            static fn () => $store->engine->sessionWithKey('the secret key'),
            static fn () => $store->engine->ownerLink('the secret key')->look(),
            static fn () => $store->engine->signerLink('x')->view(accessCode: 'the secret key'),
            static fn () => $store->hank->documents->changeAccessCode('x', 'the secret key'),
            static fn () => \Stead\Engine::open(Store::freshPath(), 'the secret key'),
        ];
        ini_set('zend.exception_ignore_args', '0');
        foreach ($calls as $call) {
            try {
                $call();
                self::fail('no call succeeds');
            } catch (\Stead\Exception\SteadException $failed) {
                self::assertStringNotContainsString('the secret key', (string) $failed);
                foreach ($failed->getTrace() as $frame) {
                    $texts = array_filter($frame['args'] ?? [], is_string(...));
                    self::assertStringNotContainsString('the secret key', implode(' ', $texts));
                }
            }
        }
    }
}
