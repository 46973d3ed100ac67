<?php

declare(strict_types=1);

namespace Stead\Tests;

/** A schema of docs/schema with its references followed. */
final readonly class Schema
{
    private const FOLDER = __DIR__ . '/../../../docs/schema/';

    /** References that stand for members without effect yet. */
    private const INERT = ['no', 'yes', 'nothing', 'unset', 'defaultNotification'];

    /** @param array<string, mixed> $node */
    private function __construct(private array $node, private string $file)
    {
    }

    /** @return list<string> names of all requests, or of all answers */
    public static function names(string $kind): array
    {
        $files = glob(self::FOLDER . "*.$kind.schema.json") ?: [];
        return array_map(static fn (string $file): string => basename($file, ".$kind.schema.json"), $files);
    }

    public static function read(string $name): self
    {
        return new self(self::json("$name.schema.json"), "$name.schema.json");
    }

    /** @return array<string, self> */
    public function properties(): array
    {
        $properties = [];
        foreach ($this->parts() as $part) {
            foreach ($part->node['properties'] ?? [] as $name => $node) {
                $properties[$name] ??= new self($node, $part->file);
            }
        }
        return $properties;
    }

    /** @return list<string> */
    public function required(): array
    {
        return array_merge(...array_map(static fn (self $part): array => $part->node['required'] ?? [], $this->parts()));
    }

    public function items(): ?self
    {
        foreach ($this->parts() as $part) {
            if (isset($part->node['items'])) {
                return new self($part->node['items'], $part->file);
            }
        }
        return null;
    }

    /** @return list<string> the words it may hold */
    public function words(): array
    {
        $words = [];
        foreach ($this->parts() as $part) {
            $words = [...$words, ...array_filter($part->node['enum'] ?? [], is_string(...))];
        }
        return $words;
    }

    public function isTime(): bool
    {
        return $this->refersTo(['time']);
    }

    /** Whether only its default is taken. */
    public function isInert(): bool
    {
        return $this->refersTo(self::INERT)
            || ($this->node['type'] ?? '') === 'null'
            || str_starts_with($this->node['description'] ?? '', 'No effect yet');
    }

    /** @param list<string> $names */
    private function refersTo(array $names): bool
    {
        $references = array_column([$this->node, ...$this->node['anyOf'] ?? []], '$ref');
        foreach ($references as $reference) {
            if (in_array(basename($reference), $names, true)) {
                return true;
            }
        }
        return false;
    }

    /** @return list<self> itself and all it is made of */
    private function parts(): array
    {
        $parts = [$this];
        foreach ([...$this->node['allOf'] ?? [], ...$this->node['anyOf'] ?? []] as $node) {
            $parts = [...$parts, ...(new self($node, $this->file))->parts()];
        }
        if (isset($this->node['$ref'])) {
            [$file, $pointer] = explode('#', $this->node['$ref']) + ['', ''];
            $file = $file === '' ? $this->file : $file;
            $node = self::json($file);
            foreach (array_filter(explode('/', $pointer)) as $token) {
                $node = $node[$token];
            }
            $parts = [...$parts, ...(new self($node, $file))->parts()];
        }
        return $parts;
    }

    /** @return array<string, mixed> */
    private static function json(string $file): array
    {
        static $read = [];
        return $read[$file] ??= json_decode((string) file_get_contents(self::FOLDER . $file), true, flags: JSON_THROW_ON_ERROR);
    }
}
