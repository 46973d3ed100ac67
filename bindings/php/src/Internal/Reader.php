<?php

declare(strict_types=1);

namespace Stead\Internal;

use BackedEnum;
use DateTimeImmutable;
use ReflectionMethod;
use ReflectionNamedType;
use ReflectionParameter;
use ReflectionUnionType;
use Stead\Answer\Answer;

/**
 * Turns the members of a JSON object into the constructor arguments of a record class. What a member becomes is read
 * off the types of that constructor, once per class.
 *
 * @internal
 */
final class Reader
{
    /** @var array<class-string, list<Member>> */
    private static array $known = [];

    /**
     * @param class-string<Answer> $class
     * @param array<array-key, mixed> $members
     * @return array<string, mixed> by parameter name; absent members are left out
     */
    public static function arguments(string $class, array $members, string $json, string $pointer): array
    {
        $arguments = [];
        foreach (self::$known[$class] ??= self::membersOf($class) as $member) {
            if (!array_key_exists($member->name, $members)) {
                continue;
            }
            $value = $members[$member->name];
            $arguments[$member->name] = $value === null
                ? null
                : self::value($member, $value, $json, $pointer . '/' . $member->name);
        }
        return $arguments;
    }

    /**
     * @template R of Answer
     * @param class-string<R> $class
     * @param list<array<array-key, mixed>> $items
     * @return list<R>
     */
    public static function records(string $class, array $items, string $json, string $pointer): array
    {
        $records = [];
        foreach ($items as $place => $item) {
            $records[] = $class::at($item, $json, "$pointer/$place");
        }
        return $records;
    }

    private static function value(Member $member, mixed $value, string $json, string $pointer): mixed
    {
        return match ($member->kind) {
            Kind::Plain => $value,
            Kind::Number => (float) $value,
            Kind::Time => Time::of($value),
            Kind::Word => $member->class::tryFrom($value) ?? $value,
            Kind::Record => $member->class::at($value, $json, $pointer),
            Kind::Words => array_map(static fn (string $word) => $member->class::tryFrom($word) ?? $word, $value),
            Kind::Records => self::records($member->class, $value, $json, $pointer),
        };
    }

    /**
     * @param class-string<Answer> $class
     * @return list<Member>
     */
    private static function membersOf(string $class): array
    {
        $parameters = (new ReflectionMethod($class, '__construct'))->getParameters();
        return array_map(self::memberOf(...), $parameters);
    }

    private static function memberOf(ReflectionParameter $parameter): Member
    {
        $list = $parameter->getAttributes(ListOf::class)[0] ?? null;
        $class = $list === null ? self::typeOf($parameter) : $list->newInstance()->class;
        $kind = match (true) {
            $class === 'float' => Kind::Number,
            $class === DateTimeImmutable::class => Kind::Time,
            is_subclass_of($class, BackedEnum::class) => $list === null ? Kind::Word : Kind::Words,
            is_subclass_of($class, Answer::class) => $list === null ? Kind::Record : Kind::Records,
            default => Kind::Plain,
        };
        return new Member($parameter->getName(), $kind, $class);
    }

    /** The one type that decides: of a union with string and null that is the enum. */
    private static function typeOf(ReflectionParameter $parameter): string
    {
        $type = $parameter->getType();
        $types = $type instanceof ReflectionUnionType ? $type->getTypes() : [$type];
        foreach ($types as $one) {
            if ($one instanceof ReflectionNamedType && !in_array($one->getName(), ['string', 'null'], true)) {
                return $one->getName();
            }
        }
        return 'string';
    }
}
