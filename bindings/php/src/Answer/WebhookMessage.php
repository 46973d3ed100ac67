<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;

/** A request to make: POST $body with $headers to $url. Source: contract 6.1. */
final readonly class WebhookMessage extends Answer
{
    protected function __construct(
        /** De-duplicate by it: a message may come twice. */
        public string $id,
        /** Give it back with ack or fail. */
        public int $lease,
        /** The webhook it is for. */
        public string $webhookId,
        /** The event, e.g. "Completed". */
        public string $event,
        /** Where to. */
        public string $url,
        /** @var array<string, string> By name; send them all. */
        public array $headers,
        /** JSON text; send it byte for byte. */
        public string $body,
        /** Id of the account it belongs to. */
        public string $accountId,
        /** Which attempt this is, from 1. */
        public int $attempt,
        /** When it was planned. */
        public DateTimeImmutable $createdAt,
        /** Id of the document it is about. */
        public ?string $documentId = null,
        /** Id of the identity it is about. */
        public ?string $identityId = null,
    ) {
    }
}
