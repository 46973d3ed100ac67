<?php

declare(strict_types=1);

namespace Stead\Answer;

use DateTimeImmutable;
use Stead\ConsentAnswer;
use Stead\Locale;

/** One request for consent and its answer. Source: design 3. */
final readonly class ConsentRound extends Answer
{
    protected function __construct(
        /** Its number. */
        public int $round,
        /** When it was asked. */
        public DateTimeImmutable $askedAt,
        /** What came of it; null while it waits. */
        public ConsentAnswer|string|null $answer = null,
        /** When it was answered. */
        public ?DateTimeImmutable $answeredAt = null,
        /** Whether the owner wants no more questions. */
        public ?bool $neverAskAgain = null,
        /** Language of the text that was shown. */
        public Locale|string|null $locale = null,
        /** The text that was shown. */
        public ?string $text = null,
        /** SHA-256 of that text, in hex. */
        public ?string $textHash = null,
        /** How the owner proved himself. */
        public ?string $proof = null,
        /** Index of the entry in the audit trail. */
        public ?int $auditIndex = null,
    ) {
    }
}
