<?php

declare(strict_types=1);

namespace Stead\Tests;

use DateTimeInterface;
use ReflectionMethod;
use ReflectionNamedType;
use ReflectionParameter;
use ReflectionUnionType;
use Stead\Clear;
use Stead\Internal\Json;
use Stead\Internal\Time;

/** Finds the named arguments of a verb that say exactly what a record says, if there are any. */
final class Sayable
{
    /**
     * @param int $taken parameters that do not come from the record
     * @param list<string> $beside parameters that are said otherwise
     * @return array<string, mixed>|null null when there are none
     */
    public static function arguments(ReflectionMethod $method, int $taken, object $record, array $beside = []): ?array
    {
        $parameters = [];
        foreach (array_slice($method->getParameters(), $taken) as $parameter) {
            $parameters[$parameter->getName()] = $parameter;
        }
        $arguments = [];
        foreach (json_decode(Json::encode($record), true) as $name => $value) {
            $parameter = $parameters[$name] ?? self::rest($parameters);
            if ($parameter === null || $name === 'files') {
                return null;
            }
            $types = self::types($parameter);
            $arguments[$name] = match (true) {
                is_int($value) && in_array(DateTimeInterface::class, $types, true) && $value >= 0 => Time::of($value),
                $value === null && in_array(Clear::class, $types, true) => Clear::It,
                default => $value,
            };
            if (!self::fits($arguments[$name], $types)) {
                return null;
            }
        }
        foreach ($parameters as $name => $parameter) {
            if (!$parameter->isOptional() && !isset($arguments[$name]) && !in_array($name, $beside, true)) {
                return null;
            }
        }
        return json_decode(Json::request($arguments)) == $record ? $arguments : null;
    }

    /** @param array<string, ReflectionParameter> $parameters */
    private static function rest(array $parameters): ?ReflectionParameter
    {
        $last = end($parameters);
        return $last !== false && $last->isVariadic() ? $last : null;
    }

    /** @return list<string> */
    private static function types(ReflectionParameter $parameter): array
    {
        $type = $parameter->getType();
        $types = $type instanceof ReflectionUnionType ? $type->getTypes() : [$type];
        return array_map(static fn (ReflectionNamedType $one): string => $one->getName(), $types);
    }

    /** @param list<string> $types */
    private static function fits(mixed $value, array $types): bool
    {
        return in_array('mixed', $types, true)
            || in_array(get_debug_type($value), $types, true)
            || ($value instanceof DateTimeInterface && in_array(DateTimeInterface::class, $types, true));
    }
}
