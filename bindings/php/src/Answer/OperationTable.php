<?php

declare(strict_types=1);

namespace Stead\Answer;

use Stead\Internal\ListOf;

/** Every operation there is. Source: design 4, 11. */
final readonly class OperationTable extends Answer
{
    protected function __construct(
        /** @var list<OperationRules> The operations. */
        #[ListOf(OperationRules::class)]
        public array $items,
    ) {
    }
}
