<?php

declare(strict_types=1);

namespace Stead\Tests;

use BackedEnum;
use DateTimeInterface;
use LogicException;
use Stead\Answer\Answer;
use Stead\Answer\Page;
use Stead\Internal\Time;

/** Tells a record again from its properties alone, to see that they hold all of it. */
final class Retold
{
    public static function check(Answer|Page $answer): void
    {
        $source = json_decode($answer->toJson(), true);
        $told = self::values(self::properties($answer));
        $missing = self::difference($source, $told);
        if ($missing !== null) {
            throw new LogicException($answer::class . " does not hold $missing");
        }
    }

    /**
     * @param array<array-key, mixed> $values
     * @return array<array-key, mixed>
     */
    public static function values(array $values): array
    {
        return array_map(self::value(...), $values);
    }

    /** @return array<string, mixed> */
    private static function properties(object $answer): array
    {
        return get_object_vars($answer);
    }

    private static function value(mixed $value): mixed
    {
        return match (true) {
            $value instanceof Answer => self::values(self::properties($value)),
            $value instanceof BackedEnum => $value->value,
            $value instanceof DateTimeInterface => Time::milliseconds($value),
            is_array($value) => self::values($value),
            default => $value,
        };
    }

    /** Pointer of the first member of $source that $told does not hold; null when there is none. */
    private static function difference(mixed $source, mixed $told): ?string
    {
        if (!is_array($source)) {
            return $source == $told ? null : '';
        }
        foreach ($source as $name => $value) {
            if (!is_array($told) || !array_key_exists($name, $told)) {
                return "/$name";
            }
            $deeper = self::difference($value, $told[$name]);
            if ($deeper !== null) {
                return "/$name$deeper";
            }
        }
        return null;
    }
}
