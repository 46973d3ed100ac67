<?php

declare(strict_types=1);

namespace Stead\Internal;

use Attribute;

/**
 * What the items of a list of an answer are: a record class or an enum.
 *
 * @internal
 */
#[Attribute(Attribute::TARGET_PARAMETER | Attribute::TARGET_PROPERTY)]
final readonly class ListOf
{
    /** @param class-string $class */
    public function __construct(public string $class)
    {
    }
}
