<?php

declare(strict_types=1);

namespace Stead\Answer;

use JsonSerializable;
use Stead\Internal\Json;
use Stead\Internal\Reader;

/**
 * What a verb answers: an immutable record.
 *
 * Known members are properties: times are DateTimeImmutable in UTC with milliseconds, words are enums, or the bare
 * string when a later version has brought a word that this one does not know. Members that this version does not know
 * stay in toArray() and toJson().
 */
abstract readonly class Answer implements JsonSerializable
{
    /** @var list<string> Properties that no dump shows. */
    protected const SECRETS = [];

    /** JSON text of the whole answer, of which this is the part at $pointer. */
    private string $json;

    private string $pointer;

    /** @var array<array-key, mixed> */
    private array $members;

    /** Reads a record from the JSON text that toJson() made. */
    public static function fromJson(string $json): static
    {
        return self::at(Json::decode($json), $json, '');
    }

    /**
     * @internal
     * @param array<array-key, mixed> $members
     */
    final public static function at(array $members, string $json, string $pointer): static
    {
        $record = new static(...Reader::arguments(static::class, $members, $json, $pointer));
        $record->remember($members, $json, $pointer);
        return $record;
    }

    /**
     * All members, also those without a property. An empty object is an empty array here; toJson() keeps what it was.
     *
     * @return array<array-key, mixed>
     */
    final public function toArray(): array
    {
        return $this->members;
    }

    /** The record as the JSON text it came from. */
    final public function toJson(): string
    {
        return $this->pointer === '' ? $this->json : Json::part($this->json, $this->pointer);
    }

    final public function jsonSerialize(): mixed
    {
        return json_decode($this->toJson()) ?? $this->members;
    }

    /** @return array<string, mixed> */
    final public function __debugInfo(): array
    {
        $shown = get_object_vars($this);
        unset($shown['json'], $shown['pointer'], $shown['members']);
        foreach (static::SECRETS as $name) {
            $shown[$name] = ($shown[$name] ?? null) === null ? null : '(secret)';
        }
        return $shown;
    }

    /** @return array{json: string} */
    public function __serialize(): array
    {
        return ['json' => $this->toJson()];
    }

    /** @param array{json: string} $data */
    public function __unserialize(array $data): void
    {
        $members = Json::decode($data['json']);
        $this->__construct(...Reader::arguments(static::class, $members, $data['json'], ''));
        $this->remember($members, $data['json'], '');
    }

    /** @param array<array-key, mixed> $members */
    private function remember(array $members, string $json, string $pointer): void
    {
        $this->json = $json;
        $this->pointer = $pointer;
        $this->members = $members;
    }
}
