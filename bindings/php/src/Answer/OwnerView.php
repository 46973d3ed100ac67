<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\IdentityStatus;
use Stead\Internal\ListOf;
use Stead\LinkKind;
use Stead\Locale;
use Stead\Operation;

/** What an owner is asked, or what he has granted. Source: design 3. */
final readonly class OwnerView extends Answer
{
    protected function __construct(
        /** Whether the link asks for consent or stands for a grant. */
        public LinkKind|string $kind,
        /** Id of the identity. */
        public string $identityId,
        /** How the consent stands. */
        public IdentityStatus|string $status,
        /** Who is asked. */
        public Person $owner,
        /** Who asks. */
        public Person $creator,
        /** For which account. */
        public string $accountName,
        /** In which product. */
        public string $productName,
        /** The text to show. An approval carries its hash. */
        public string $text,
        /** SHA-256 of the text, in hex. */
        public string $textHash,
        /** Language of the text. */
        public Locale|string $locale,
        /** @var list<Operation|string> What is asked for or granted. */
        #[ListOf(Operation::class)]
        public array $operations,
        /** Whether the request has waited too long. */
        public bool $lapsed,
        /** From when on. */
        public ?DateTimeImmutable $from = null,
        /** Until when. */
        public ?DateTimeImmutable $until = null,
        /** Where to go after the answer. */
        public ?string $redirectUrl = null,
        /** The grant, when there is one. */
        public ?Grant $grant = null,
        /** Whether the address is linked to another account: approving will be refused. */
        public ?bool $linkedElsewhere = null,
    ) {
    }
}
