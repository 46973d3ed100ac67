<?php

declare(strict_types=1);

namespace Stead\Internal;

/**
 * How one member of an answer is read.
 *
 * @internal
 */
final readonly class Member
{
    public function __construct(public string $name, public Kind $kind, public string $class)
    {
    }
}
