<?php

declare(strict_types=1);

namespace Stead;

use Stead\Answer\Explanation;
use Stead\Group\OwnAccount;
use Stead\Group\ApiKeys;
use Stead\Group\Audit;
use Stead\Group\Brands;
use Stead\Group\Documents;
use Stead\Group\Events;
use Stead\Group\Grants;
use Stead\Group\Identities;
use Stead\Group\Reports;
use Stead\Group\Teams;
use Stead\Group\Users;
use Stead\Group\Webhooks;
use Stead\Internal\Bound;

/**
 * An authenticated actor, optionally acting for one principal. Whether actor, credential and consent are still good is
 * asked inside every call. Source: design 1, 4.
 */
final class Session
{
    use Bound;

    /** Id of the acting user. */
    public readonly string $userId;

    /** Id of his account. */
    public readonly string $accountId;

    /** E-mail address or user id of the person acted for; null when acting as oneself. */
    public readonly ?string $principal;

    public readonly OwnAccount $accounts;
    public readonly Users $users;
    public readonly Teams $teams;
    public readonly ApiKeys $apiKeys;
    public readonly Identities $identities;
    public readonly Brands $brands;
    public readonly Documents $documents;
    public readonly Grants $grants;
    public readonly Audit $audit;
    public readonly Events $events;
    public readonly Reports $reports;
    public readonly Webhooks $webhooks;

    private readonly Native\Decision $decision;

    /** @internal */
    public function __construct(private readonly Native\Session $handle)
    {
        $this->userId = (string) \stead_session_user_id($handle);
        $this->accountId = (string) \stead_session_account_id($handle);
        $this->principal = \stead_session_principal($handle);
        $this->decision = \stead_decision_new();
        $this->accounts = new OwnAccount($handle);
        $this->users = new Users($handle);
        $this->teams = new Teams($handle);
        $this->apiKeys = new ApiKeys($handle);
        $this->identities = new Identities($handle);
        $this->brands = new Brands($handle);
        $this->documents = new Documents($handle);
        $this->grants = new Grants($handle);
        $this->audit = new Audit($handle);
        $this->events = new Events($handle);
        $this->reports = new Reports($handle);
        $this->webhooks = new Webhooks($handle);
    }

    /**
     * The same actor acting for the person of that address, by that person's consent. A principal of this session is
     * replaced, never chained; the actor's own address means as oneself. Decides nothing yet.
     *
     * @throws Exception\Invalid malformedArgument: no address
     */
    public function onBehalfOf(string $email): self
    {
        return new self(\stead_session_on_behalf_of($this->handle, $email));
    }

    /**
     * The same actor acting for another user of the account by account-wide authority.
     *
     * @param string $who a user id, an address, or "address;user name" where several users share one
     * @throws Exception\Invalid malformedArgument
     */
    public function accountWide(string $who): self
    {
        return new self(\stead_session_account_wide($this->handle, $who));
    }

    /**
     * May the session do this, now? For showing or hiding a button: verbs decide again. Answered from memory when warm;
     * never "yes" after a revocation has returned, in whatever process. Source: design 4.
     *
     * @param string|null $for address of a person to act for; null: as the session stands
     * @throws Exception\Invalid malformedArgument: no address
     */
    public function allows(Operation|string $operation, ?string $for = null): bool
    {
        return \stead_session_authorize(
            $this->handle,
            is_string($operation) ? $operation : $operation->value,
            $for,
            $this->decision,
        );
    }

    /**
     * The same question with its whole answer; about one document, when its id is given. "No" is an answer, not an
     * exception.
     *
     * @throws Exception\Invalid malformedArgument: no address, no id
     */
    public function decide(Operation|string $operation, ?string $for = null, ?string $document = null): Decision
    {
        $word = is_string($operation) ? $operation : $operation->value;
        if ($document === null) {
            \stead_session_authorize($this->handle, $word, $for, $this->decision);
        } else {
            \stead_session_authorize_document($this->asking($for), $word, $document, $this->decision);
        }
        return Decision::of($this->decision);
    }

    /**
     * Many questions at once, at most 10,000: the answers have the keys of the questions.
     *
     * @template K of array-key
     * @param array<K, array{Operation|string, string|null}> $questions each [operation, for]
     * @return array<K, Decision>
     */
    public function decideAll(array $questions): array
    {
        $batch = \stead_decisions_new();
        foreach ($questions as [$operation, $for]) {
            \stead_decisions_add($batch, is_string($operation) ? $operation : $operation->value, $for);
        }
        \stead_session_authorize_all($this->handle, $batch);
        $answers = [];
        foreach (array_keys($questions) as $place => $key) {
            \stead_decisions_get($batch, $place, $this->decision);
            $answers[$key] = Decision::of($this->decision);
        }
        return $answers;
    }

    /** The same answer in words, for a log or a support desk. */
    public function explain(Operation|string $operation, ?string $for = null, ?string $document = null): Explanation
    {
        $word = is_string($operation) ? $operation : $operation->value;
        return Explanation::fromJson($document === null
            ? \stead_session_explain($this->handle, $word, $for)
            : \stead_session_explain_document($this->asking($for), $word, $document));
    }

    /** Ends the session; every later call is Exception\Misuse (closedHandle). Sessions made from it live on. */
    public function close(): void
    {
        \stead_session_close($this->handle);
    }

    private function asking(?string $for): Native\Session
    {
        return $for === null ? $this->handle : \stead_session_on_behalf_of($this->handle, $for);
    }
}
