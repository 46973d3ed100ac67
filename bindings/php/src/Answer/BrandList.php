<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Internal\ListOf;

/** All brands of the account, oldest first. Source: contract 5. */
final readonly class BrandList extends Answer
{
    protected function __construct(
        /** @var list<Brand> The brands. */
        #[ListOf(Brand::class)]
        public array $items,
    ) {
    }
}
