<?php

declare(strict_types=1);

namespace Stead\Internal;

use LogicException;

/**
 * What stands for a handle of this process: it cannot be serialised or copied.
 *
 * @internal
 */
trait Bound
{
    /** @return never */
    public function __serialize(): array
    {
        throw new LogicException(static::class . ' belongs to its process and cannot be serialised');
    }

    /** @param array<mixed> $data */
    public function __unserialize(array $data): never
    {
        throw new LogicException(static::class . ' belongs to its process and cannot be unserialised');
    }

    private function __clone()
    {
    }
}
