<?php

declare(strict_types=1);

namespace Stead;

use Stead\Answer\EvidenceVerification;

/** Checks an evidence file with nothing but the verifier key of its log: no engine, no store. Source: design 6. */
final class EvidenceFile
{
    /**
     * Broken evidence is an answer, not an exception.
     *
     * @param string $evidence bytes of an evidence file
     * @param string $vkey verifier key of the log, as Checkpoint::$vkey says it
     * @throws Exception\Invalid malformedEvidence: no evidence file at all, or no verifier key
     */
    public static function verify(string $evidence, string $vkey): EvidenceVerification
    {
        return EvidenceVerification::fromJson(\stead_evidence_verify($evidence, $vkey));
    }
}
