<?php

declare(strict_types=1);

namespace Stead;

use DateTimeImmutable;
use Stead\Internal\Time;

/** Allowed or refused, and why. Source: design 4. */
final readonly class Decision
{
    public function __construct(
        public bool $allowed,
        /** What the answer rests on; null when refused before that was known. */
        public Authority|string|null $authority = null,
        /** Code of the first rule that refused; null when allowed. */
        public Code|string|null $reason = null,
        /** The verb that mends the refusal, e.g. "identity.resend"; null where there is none. */
        public ?string $remedy = null,
        /** Id of the grant concerned, on refusals too. */
        public ?string $grantId = null,
        public ?int $grantVersion = null,
        /** Until when an allowed answer lasts by itself: the end of the grant. */
        public ?DateTimeImmutable $validUntil = null,
    ) {
    }

    /** @internal */
    public static function of(Native\Decision $decision): self
    {
        $authority = \stead_decision_authority($decision) ?? '';
        $reason = \stead_decision_reason($decision);
        $validUntil = \stead_decision_valid_until($decision);
        return new self(
            allowed: \stead_decision_allowed($decision),
            authority: $authority === '' ? null : Authority::tryFrom($authority) ?? $authority,
            reason: $reason === null ? null : Code::tryFrom($reason) ?? $reason,
            remedy: \stead_decision_remedy($decision) ?: null,
            grantId: \stead_decision_grant_id($decision),
            grantVersion: \stead_decision_grant_version($decision) ?: null,
            validUntil: $validUntil === 0 ? null : Time::of($validUntil),
        );
    }
}
