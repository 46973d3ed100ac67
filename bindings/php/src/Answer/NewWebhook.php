<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use SensitiveParameter;
use Stead\WebhookStatus;

/** A webhook with its secret, in the only answer that holds it. Source: contract 6.1. */
final readonly class NewWebhook extends Answer
{
    protected const SECRETS = ['secret'];

    protected function __construct(
        /** Its id. */
        public string $id,
        /** What it is called. */
        public string $name,
        /** Where it is told. */
        public string $url,
        /** @var list<string> Words of the contract, e.g. "Completed". */
        public array $events,
        /** Whether it is told. */
        public WebhookStatus|string $status,
        /** Goes up with every change. */
        public int $version,
        /** When it was made. */
        public DateTimeImmutable $createdAt,
        /** When it was changed last. */
        public DateTimeImmutable $updatedAt,
        /** Signs what the webhook is sent; "whsec_" and base64. A retried request does not get it again. */
        #[SensitiveParameter]
        public ?string $secret = null,
        /** When its address answered the verification. */
        public ?DateTimeImmutable $verifiedAt = null,
        /** When something was delivered last. */
        public ?DateTimeImmutable $deliveredAt = null,
        /** Since when nothing is delivered. */
        public ?DateTimeImmutable $failingSince = null,
        /** Why the last attempt failed. */
        public ?string $lastError = null,
        /** When it was switched off. */
        public ?DateTimeImmutable $disabledAt = null,
        /** How long the secret before signs too. */
        public ?DateTimeImmutable $previousSecretUntil = null,
    ) {
    }
}
