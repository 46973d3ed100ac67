<?php

declare(strict_types=1);

namespace Stead\Tests;

use PHPUnit\Framework\TestCase;
use Stead\Exception\Invalid;
use Stead\Kind;
use Stead\Record;

/** The record, member by member. */
final class RecordTest extends TestCase
{
    public function testSetAndGet(): void
    {
        $record = Record::new()
            ->setText('/name', "Luther 😀\0")
            ->setInteger('/signers/0/order', 7)
            ->setNumber('/bounds/x', 1.5)
            ->setNumber('/bounds/y', 2.0)
            ->setBoolean('/signers/0/done', true)
            ->setNull('/until')
            ->setArray('/labels')
            ->setMember('/metaData', 'cost/center', '4711')
            ->setMember('/metaData', 'gone', null)
            ->setMember('/metaData', '', '');
        self::assertSame(["Luther 😀\0", 7, 1.5, true], [
            $record->text('/name'), $record->integer('/signers/0/order'), $record->number('/bounds/x'),
            $record->boolean('/signers/0/done'),
        ]);
        self::assertSame([Kind::Null, Kind::Absent, Kind::Array, Kind::Object, Kind::Number, Kind::Integer, Kind::Text,
            Kind::Boolean], array_map($record->kind(...), ['/until', '/nothing', '/labels', '', '/bounds/x', '/bounds/y',
            '/name', '/signers/0/done']));
        self::assertSame([3, '', 'cost/center', null], [$record->count('/metaData'), $record->keyAt('/metaData', 0),
            $record->keyAt('/metaData', 1), $record->keyAt('/metaData', 3)]);
        self::assertSame(['4711', null], [$record->memberText('/metaData', 'cost/center'),
            $record->memberText('/metaData', 'gone')]);

        $copy = $record->copy('/signers/0');
        self::assertSame('{"done":true,"order":7}', $copy->toJson());
        $record->setRecord('/signers/-', $copy)->setRecord('/itself', $copy)->remove('/metaData')->remove('/absent');
        self::assertSame([2, Kind::Absent], [$record->count('/signers'), $record->kind('/metaData')]);
        self::assertSame($record->toJson(), Record::parse($record->toJson())->toJson());
        self::assertSame([null, 0, 0.0, false], [$record->text('/x'), $record->integer('/x'), $record->number('/x'),
            $record->boolean('/x')]);
    }

    /** @return iterable<string, array{callable(Record): mixed}> */
    public static function refused(): iterable
    {
        yield 'a pointer without slash' => [static fn (Record $record) => $record->setText('x', '')];
        yield 'text that is no UTF-8' => [static fn (Record $record) => $record->setText('/x', "\xff")];
        yield 'a number too large' => [static fn (Record $record) => $record->setInteger('/x', 2 ** 60)];
        yield 'no number' => [static fn (Record $record) => $record->setNumber('/x', INF)];
        yield 'no object' => [static fn (Record $record) => $record->copy('/x')];
        yield 'no JSON' => [static fn () => Record::parse('{')];
        yield 'a member twice' => [static fn () => Record::parse('{"a": 1, "a": 1}')];
        yield 'too deep' => [static fn () => Record::parse(str_repeat('{"a":', 70) . '1' . str_repeat('}', 70))];
    }

    /**
     * @dataProvider refused
     * @param callable(Record): mixed $call
     */
    public function testRefused(callable $call): void
    {
        $record = Record::new();
        try {
            $call($record);
            self::fail('it is refused');
        } catch (Invalid) {
            self::assertSame('{}', $record->toJson());
        }
    }

    public function testUploads(): void
    {
        $upload = \stead_upload_new();
        \stead_upload_add_file($upload, 'a.pdf', '%PDF');
        \stead_upload_begin_file($upload, 'b.pdf');
        \stead_upload_append($upload, '%PDF');
        self::assertSame(2, \stead_upload_count($upload));
    }

    public function testItIsOfThisProcess(): void
    {
        $this->expectException(\LogicException::class);
        serialize(Record::new());
    }
}
