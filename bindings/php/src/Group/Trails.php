<?php

declare(strict_types=1);

namespace Stead\Group;

use Stead\Answer\Checkpoint;
use Stead\Answer\ConsistencyProof;
use Stead\Answer\InclusionProof;
use Stead\Answer\TrailPart;
use Stead\Answer\TrailVerification;
use Stead\Internal\Bound;
use Stead\Internal\Json;
use Stead\Native;

/** Audit trails, seen by the host. An unknown account is Exception\NotFound (accountNotFound). Source: design 6. */
final readonly class Trails
{
    use Bound;

    /** @internal */
    public function __construct(private Native\Engine $handle)
    {
    }

    /** The signed head of an account's trail. */
    public function checkpoint(string $accountId): Checkpoint
    {
        return Checkpoint::fromJson(\stead_audit_checkpoint($this->handle, $accountId));
    }

    /**
     * Recomputes the whole trail in constant memory. A broken trail is an answer, not an exception.
     *
     * @param bool $deep compares the look-up columns too
     */
    public function verify(string $accountId, bool $deep = false): TrailVerification
    {
        return TrailVerification::fromJson(\stead_audit_verify($this->handle, $accountId, $deep));
    }

    /**
     * Verifies a part of a long trail; go on at $next until that is null.
     *
     * @param int|null $from the first entry; 0 by default
     * @param int|null $max entries at most; 100,000 by default
     * @param bool|null $deep compares the look-up columns too
     * @throws \Stead\Exception\NotFound entryNotFound: beyond the trail
     */
    public function verifyPart(string $accountId, ?int $from = null, ?int $max = null, ?bool $deep = null): TrailPart
    {
        $request = Json::requestOrNull(compact('from', 'max', 'deep'));
        return TrailPart::fromJson(\stead_audit_verify_part($this->handle, $accountId, $request));
    }

    /**
     * The proof that an entry stands in the trail.
     *
     * @throws \Stead\Exception\NotFound entryNotFound
     */
    public function proveInclusion(string $accountId, int $index): InclusionProof
    {
        return InclusionProof::fromJson(\stead_audit_prove_inclusion($this->handle, $accountId, $index));
    }

    /**
     * The proof that the trail of size $from is the beginning of the trail of size $to.
     *
     * @throws \Stead\Exception\Invalid malformedArgument unless 0 <= from <= to
     * @throws \Stead\Exception\NotFound entryNotFound: beyond the trail
     */
    public function proveConsistency(string $accountId, int $from, int $to): ConsistencyProof
    {
        return ConsistencyProof::fromJson(\stead_audit_prove_consistency($this->handle, $accountId, $from, $to));
    }
}
