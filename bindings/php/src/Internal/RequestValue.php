<?php

declare(strict_types=1);

namespace Stead\Internal;

/**
 * Part of a request that is written by named arguments.
 *
 * @internal
 */
trait RequestValue
{
    /** @var array<array-key, mixed> */
    private readonly array $contract;

    /** @return array<array-key, mixed> what was said */
    public function jsonSerialize(): array
    {
        $members = get_object_vars($this);
        unset($members['contract']);
        return array_filter($members, static fn (mixed $value): bool => $value !== null) + $this->contract;
    }
}
