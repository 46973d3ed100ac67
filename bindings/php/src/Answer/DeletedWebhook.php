<?php

declare(strict_types=1);

namespace Stead\Answer;

/** A webhook that is gone. */
final readonly class DeletedWebhook extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
    ) {
    }
}
