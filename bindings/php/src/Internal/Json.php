<?php

declare(strict_types=1);

namespace Stead\Internal;

use BackedEnum;
use DateTimeInterface;
use JsonSerializable;
use SensitiveParameterValue;
use Stead\Clear;
use Stead\Exception\Invalid;

/**
 * JSON text of requests, and members of answers.
 *
 * A PHP array does not say whether it is a list or an object. Here that is decided by name: OBJECTS are objects, also
 * when they are empty or their keys are numbers; any other array with whole-number keys only is a list, also after an
 * array_filter() has left gaps.
 *
 * @internal
 */
final class Json
{
    private const OBJECTS = [
        'metaData', 'notificationSettings', 'values', 'bounds', 'admin', 'reminderSettings',
        'recipientNotificationSettings', 'authenticationSettings', 'documentExpirySettings', 'customDomainSettings',
        'signatureFrameSettings',
    ];
    private const FLAGS = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION
        | JSON_THROW_ON_ERROR;
    private const DEPTH_MAX = 64;

    /**
     * The request that the named arguments of a verb make. null is not said, Clear::It is null; times become Unix
     * milliseconds and enums their words.
     *
     * @param array<string, mixed> $arguments
     */
    public static function request(array $arguments): string
    {
        $record = [];
        foreach ($arguments as $name => $value) {
            if ($value !== null) {
                $record[$name] = self::plain($name, $value);
            }
        }
        return self::encode((object) $record);
    }

    /** The request as JSON text, null when nothing is said in it. @param array<string, mixed> $arguments */
    public static function requestOrNull(array $arguments): ?string
    {
        $request = self::request($arguments);
        return $request === '{}' ? null : $request;
    }

    public static function encode(mixed $value): string
    {
        try {
            return json_encode($value, self::FLAGS);
        } catch (\JsonException $problem) {
            throw new Invalid('malformedRecord', 'The request is no JSON: ' . $problem->getMessage() . '.');
        }
    }

    /** @return array<array-key, mixed> */
    public static function decode(string $json): array
    {
        $members = json_decode($json, true, self::DEPTH_MAX + 1, JSON_THROW_ON_ERROR);
        return is_array($members) ? $members : throw new \JsonException('an answer is an object');
    }

    /** JSON text of the object at an RFC 6901 pointer: what PHP arrays cannot keep, {} for example, stays. */
    public static function part(string $json, string $pointer): string
    {
        return \stead_record_json(\stead_record_copy(\stead_record_parse($json), $pointer))
            ?? throw new \LogicException("there is no object at $pointer");
    }

    private static function plain(int|string $name, mixed $value): mixed
    {
        return match (true) {
            $value instanceof Clear => null,
            $value instanceof BackedEnum => $value->value,
            $value instanceof SensitiveParameterValue => $value->getValue(),
            $value instanceof DateTimeInterface => Time::milliseconds($value),
            $value instanceof JsonSerializable => self::plain($name, $value->jsonSerialize()),
            is_array($value) => self::arrayNamed($name, $value),
            default => $value,
        };
    }

    /** @param array<array-key, mixed> $array */
    private static function arrayNamed(int|string $name, array $array): mixed
    {
        $plain = [];
        foreach ($array as $key => $value) {
            $plain[$key] = self::plain($key, $value);
        }
        if (array_filter(array_keys($plain), is_string(...)) !== []) {
            return $plain;
        }
        return in_array($name, self::OBJECTS, true) ? (object) $plain : array_values($plain);
    }
}
