<?php

declare(strict_types=1);

namespace Stead;

use Stead\Internal\Bound;

/**
 * A JSON object that crosses the C ABI, member by member: the low-level side of requests and answers. The verbs of this
 * library do not need it.
 *
 * A place is named by an RFC 6901 pointer: "/name", "/signers/0/email", "" for the record itself. Setting makes what is
 * missing on the way; "-" appends to an array. Limits: 1 MiB as JSON text, nesting of 64, whole numbers within
 * ±(2^53 - 1), well-formed UTF-8; beyond them Exception\Invalid (malformedArgument, malformedRecord) or
 * Exception\LimitExceeded (tooLarge), and the record stays as it was. Source: design 8.
 */
final class Record
{
    use Bound;

    private function __construct(private readonly Native\Record $handle)
    {
    }

    /** An empty record. */
    public static function new(): self
    {
        return new self(\stead_record_new());
    }

    /** @throws Exception\Invalid malformedRecord */
    public static function parse(string $json): self
    {
        return new self(\stead_record_parse($json));
    }

    /** A record of its own from the object at $pointer. */
    public function copy(string $pointer = ''): self
    {
        return new self(\stead_record_copy($this->handle, $pointer));
    }

    /** Compact JSON text, members sorted by name. */
    public function toJson(): string
    {
        return (string) \stead_record_json($this->handle);
    }

    public function setText(string $pointer, string $text): self
    {
        \stead_record_set_text($this->handle, $pointer, $text);
        return $this;
    }

    public function setInteger(string $pointer, int $value): self
    {
        \stead_record_set_integer($this->handle, $pointer, $value);
        return $this;
    }

    /** A whole number becomes an integer. */
    public function setNumber(string $pointer, float $value): self
    {
        \stead_record_set_number($this->handle, $pointer, $value);
        return $this;
    }

    public function setBoolean(string $pointer, bool $value): self
    {
        \stead_record_set_boolean($this->handle, $pointer, $value);
        return $this;
    }

    /** null, which is not the same as absent: in an update it clears. */
    public function setNull(string $pointer): self
    {
        \stead_record_set_null($this->handle, $pointer);
        return $this;
    }

    /** An empty array. */
    public function setArray(string $pointer): self
    {
        \stead_record_set_array($this->handle, $pointer);
        return $this;
    }

    /** A copy of another record, or of this one as it is now. */
    public function setRecord(string $pointer, self $value): self
    {
        \stead_record_set_record($this->handle, $pointer, $value->handle);
        return $this;
    }

    /** A member whose name is user data, in the object at $pointer; null as text sets null. */
    public function setMember(string $pointer, string $key, ?string $text): self
    {
        \stead_record_set_member($this->handle, $pointer, $key, $text);
        return $this;
    }

    /** Removes a member or an item; absent is fine. */
    public function remove(string $pointer): self
    {
        \stead_record_remove($this->handle, $pointer);
        return $this;
    }

    /** What stands there; tells null from absent. */
    public function kind(string $pointer): Kind
    {
        return Kind::from(\stead_record_kind($this->handle, $pointer));
    }

    /** The text there; null when there is none. */
    public function text(string $pointer): ?string
    {
        return \stead_record_text($this->handle, $pointer);
    }

    /** The whole number there; 0 when there is none. */
    public function integer(string $pointer): int
    {
        return \stead_record_integer($this->handle, $pointer);
    }

    /** The number there, whole ones too; 0 when there is none. */
    public function number(string $pointer): float
    {
        return \stead_record_number($this->handle, $pointer);
    }

    /** Whether true stands there. */
    public function boolean(string $pointer): bool
    {
        return \stead_record_boolean($this->handle, $pointer);
    }

    /** Items of the array or members of the object there; 0 for anything else. */
    public function count(string $pointer): int
    {
        return \stead_record_count($this->handle, $pointer);
    }

    /** Name of a member of the object there, from 0, sorted by name; null beyond the count. */
    public function keyAt(string $pointer, int $index): ?string
    {
        return \stead_record_key_at($this->handle, $pointer, $index);
    }

    /** The text of the member of that name (user data) of the object there; null when there is none. */
    public function memberText(string $pointer, string $key): ?string
    {
        return \stead_record_member_text($this->handle, $pointer, $key);
    }
}
