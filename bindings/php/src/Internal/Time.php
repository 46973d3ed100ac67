<?php

declare(strict_types=1);

namespace Stead\Internal;

use DateTimeImmutable;
use DateTimeInterface;

/**
 * Unix milliseconds and back.
 *
 * @internal
 */
final class Time
{
    /** In UTC. */
    public static function of(int $milliseconds): DateTimeImmutable
    {
        $seconds = intdiv($milliseconds, 1000);
        $text = sprintf('%d.%03d', $seconds, $milliseconds - $seconds * 1000);
        $time = DateTimeImmutable::createFromFormat('U.v', $text);
        assert($time !== false);
        return $time;
    }

    /** Microseconds are cut off. */
    public static function milliseconds(DateTimeInterface $time): int
    {
        return $time->getTimestamp() * 1000 + (int) $time->format('v');
    }
}
