<?php

declare(strict_types=1);

namespace Stead;

use Stead\Answer\ConsistencyVerification;

/** Compares checkpoints with nothing but verifier keys: no engine, no store. Source: design 6. */
final class Checkpoints
{
    /**
     * Whether a log only grew between two checkpoints. What does not fit is an answer, not an exception.
     *
     * @param string $older a checkpoint, as Checkpoint::$checkpoint or a mail said it
     * @param string $proof ConsistencyProof::$proof for the sizes of both
     * @param string $vkeys verifier key of the log; after a rotation the earlier ones too, one a line
     * @param string|null $newer the other checkpoint; the one in the proof unless told
     * @throws Exception\Invalid malformedEvidence: no verifier key
     */
    public static function verify(
        string $older,
        string $proof,
        string $vkeys,
        ?string $newer = null,
    ): ConsistencyVerification {
        return ConsistencyVerification::fromJson(\stead_consistency_verify($older, $newer, $proof, $vkeys));
    }
}
