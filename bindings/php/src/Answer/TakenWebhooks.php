<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\Internal\ListOf;

/** Requests to make now. Source: contract 6.1. */
final readonly class TakenWebhooks extends Answer
{
    protected function __construct(
        /** @var list<WebhookMessage> The requests, on a lease. */
        #[ListOf(WebhookMessage::class)]
        public array $items,
        /** When the next one is due; null: none waits. */
        public ?DateTimeImmutable $nextDueAt = null,
    ) {
    }
}
