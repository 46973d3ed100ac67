<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\IdentityStatus;
use Stead\Internal\ListOf;
use Stead\Locale;
use Stead\Operation;

/** A sender identity: a person in whose name its creator wants to act, and his consent. Source: contract 2.4. */
final readonly class Identity extends Answer
{
    protected function __construct(
        /** Its id. */
        public string $id,
        /** Name of the owner, as the creator wrote it. */
        public string $name,
        /** Address of the owner. */
        public string $email,
        /** How the consent stands. */
        public IdentityStatus|string $status,
        /** Id of the user who asked. */
        public string $createdBy,
        /** When the living request was made. */
        public DateTimeImmutable $requestedAt,
        /** What the owner is told. */
        public NotificationSettings $notificationSettings,
        /** Language of the owner's mails. */
        public Locale|string $locale,
        /** @var array<array-key, string> Pairs of the host. */
        public array $metaData,
        /** Which request this is; the links of earlier rounds are dead. */
        public int $consentRound,
        /** @var list<Operation|string> What was asked for. */
        #[ListOf(Operation::class)]
        public array $operations,
        /** Goes up with every change; give it back in an update to find lost updates. */
        public int $version,
        /** When it was made. */
        public DateTimeImmutable $createdAt,
        /** When it last changed. */
        public DateTimeImmutable $updatedAt,
        /** When the owner approved. */
        public ?DateTimeImmutable $approvedAt = null,
        /** Since when the request has waited too long; resend it. */
        public ?DateTimeImmutable $lapsedAt = null,
        /** Id of a brand. */
        public ?string $brandId = null,
        /** Where the owner is sent after answering. */
        public ?string $redirectUrl = null,
        /** From when on it was asked for. */
        public ?DateTimeImmutable $from = null,
        /** Until when it was asked for. */
        public ?DateTimeImmutable $until = null,
        /** The permission, when there is one. */
        public ?Grant $grant = null,
    ) {
    }
}
