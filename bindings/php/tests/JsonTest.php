<?php

declare(strict_types=1);

namespace Stead\Tests;

use DateTimeImmutable;
use DateTimeZone;
use PHPUnit\Framework\TestCase;
use Stead\Clear;
use Stead\Exception\Invalid;
use Stead\Internal\Json;
use Stead\Internal\Time;
use Stead\Operation;

/** What named arguments become as JSON: above all, what an array is. */
final class JsonTest extends TestCase
{
    /** @return iterable<string, array{array<string, mixed>, string}> */
    public static function requests(): iterable
    {
        yield 'an empty map is an object' => [['metaData' => []], '{"metaData":{}}'];
        yield 'an empty list is a list' => [['labels' => [], 'operations' => []], '{"labels":[],"operations":[]}'];
        yield 'keys that are numbers' => [['metaData' => ['0' => 'a', '1' => 'b']], '{"metaData":{"0":"a","1":"b"}}'];
        yield 'keys that are mixed' => [['metaData' => ['a', 'x' => 'b']], '{"metaData":{"0":"a","x":"b"}}'];
        yield 'a list with gaps' => [['labels' => [2 => 'a', 5 => 'b']], '{"labels":["a","b"]}'];
        yield 'settings' => [['notificationSettings' => []], '{"notificationSettings":{}}'];
        yield 'values of fields' => [['values' => ['1' => 'x']], '{"values":{"1":"x"}}'];
        yield 'deep inside' => [
            ['signers' => [3 => ['name' => 'David', 'formFields' => [['bounds' => []]]]]],
            '{"signers":[{"name":"David","formFields":[{"bounds":{}}]}]}',
        ];
        yield 'nothing said' => [['name' => null, 'metaData' => null], '{}'];
        yield 'null inside a map' => [['metaData' => ['a' => null]], '{"metaData":{"a":null}}'];
        yield 'cleared' => [['redirectUrl' => Clear::It], '{"redirectUrl":null}'];
        yield 'words' => [['operations' => [Operation::DocumentSend, 'x']], '{"operations":["document.send","x"]}'];
        yield 'times' => [['until' => new DateTimeImmutable('2026-01-01T00:00:00.1239Z')], '{"until":1767225600123}'];
        yield 'texts' => [['name' => "Łukasz/😀\0"], '{"name":"Łukasz/😀\u0000"}'];
        yield 'numbers' => [['fontSize' => 10.5, 'x' => 10.0], '{"fontSize":10.5,"x":10.0}'];
    }

    /**
     * @dataProvider requests
     * @param array<string, mixed> $arguments
     */
    public function testNamedArgumentsBecomeTheRequest(array $arguments, string $json): void
    {
        self::assertSame($json, Json::request($arguments));
        self::assertSame($json === '{}' ? null : $json, Json::requestOrNull($arguments));
    }

    public function testKeysThatBeginWithNulAreKept(): void
    {
        self::assertSame('{"metaData":{"\u0000a":"x"}}', Json::request(['metaData' => ["\0a" => 'x']]));
        self::assertSame(['m' => ["\0a" => 'x']], Json::decode('{"m": {"\u0000a": "x"}}'));
    }

    public function testIllFormedTextIsRefused(): void
    {
        $this->expectException(Invalid::class);
        Json::request(['name' => "\xff"]);
    }

    public function testEmptyMetadataCrossesTheEngineAsAnObject(): void
    {
        $store = new Store();
        $identity = $store->hank->identities->create('Luther Cooper', Store::LUTHER, metaData: []);
        self::assertSame([], $identity->metaData);
        self::assertStringContainsString('"metaData":{}', $identity->toJson());

        $numbered = $store->hank->identities->update($identity->id, metaData: ['0' => 'a', '1' => 'b']);
        self::assertSame(['0' => 'a', '1' => 'b'], $numbered->metaData);
        self::assertStringContainsString('"metaData":{"0":"a","1":"b"}', $numbered->toJson());

        $removed = $store->hank->identities->update($identity->id, metaData: ['0' => null, '1' => '']);
        self::assertStringContainsString('"metaData":{}', $removed->toJson());
    }

    public function testTimesKeepTheirMilliseconds(): void
    {
        foreach ([1, 999, 1000, 1_767_225_600_007, 9_007_199_254_740_991] as $milliseconds) {
            self::assertSame($milliseconds, Time::milliseconds(Time::of($milliseconds)));
        }
        $there = Time::of(1_767_225_600_007)->setTimezone(new DateTimeZone('Asia/Tokyo'));
        self::assertSame(1_767_225_600_007, Time::milliseconds($there));
        self::assertSame('2026-01-01T00:00:00.007+00:00', Time::of(1_767_225_600_007)->format('Y-m-d\TH:i:s.vP'));
    }
}
