<?php

declare(strict_types=1);

namespace Stead\Group;

use DateTimeInterface;
use SensitiveParameter;
use SensitiveParameterValue;
use Stead\Answer\OwnerAnswer;
use Stead\Answer\OwnerView;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Native;
use Stead\Operation;

/** What an owner does by the link he was mailed; no account needed. A token that is not the living one is
 * Exception\NotFound (linkNotFound) everywhere. Source: design 3. */
final readonly class OwnerLink
{
    use Bound;

    private SensitiveParameterValue $token;

    /** @internal */
    public function __construct(private Native\Engine $handle, #[SensitiveParameter] string $token)
    {
        $this->token = new SensitiveParameterValue($token);
    }

    /** What the owner is asked, or what he has granted; show its text. Changes nothing. */
    public function look(): OwnerView
    {
        return OwnerView::fromJson(\stead_owner_look($this->handle, $this->token->getValue()));
    }

    /**
     * Consents, to what was asked or to less.
     *
     * @param string $textHash hash of the text that was shown
     * @param list<Operation|string>|null $operations only what was asked for
     * @throws \Stead\Exception\Conflict textMoved: show it again
     * @throws \Stead\Exception\Refused linkedElsewhere, wrongState
     */
    public function approve(
        string $textHash,
        ?array $operations = null,
        ?DateTimeInterface $from = null,
        ?DateTimeInterface $until = null,
        ?string $ip = null,
        ?string $userAgent = null,
    ): OwnerAnswer {
        $request = Json::request(get_defined_vars());
        return OwnerAnswer::fromJson(\stead_owner_approve($this->handle, $this->token->getValue(), $request));
    }

    /** Says no, or never again. */
    public function deny(?bool $neverAskAgain = null, ?string $ip = null, ?string $userAgent = null): OwnerAnswer
    {
        $request = Json::requestOrNull(get_defined_vars());
        return OwnerAnswer::fromJson(\stead_owner_deny($this->handle, $this->token->getValue(), $request));
    }

    /**
     * Makes the grant narrower; by the lasting link.
     *
     * @param list<Operation|string>|null $operations
     * @throws \Stead\Exception\Refused grantEnded, wrongState
     */
    public function narrow(
        ?array $operations = null,
        ?DateTimeInterface $from = null,
        ?DateTimeInterface $until = null,
        ?string $ip = null,
        ?string $userAgent = null,
    ): OwnerAnswer {
        $request = Json::request(get_defined_vars());
        return OwnerAnswer::fromJson(\stead_owner_narrow($this->handle, $this->token->getValue(), $request));
    }

    /** Ends the grant; by the lasting link. When this returns, no decision that starts later says allowed. */
    public function revoke(?string $ip = null, ?string $userAgent = null): OwnerAnswer
    {
        $request = Json::requestOrNull(get_defined_vars());
        return OwnerAnswer::fromJson(\stead_owner_revoke($this->handle, $this->token->getValue(), $request));
    }
}
