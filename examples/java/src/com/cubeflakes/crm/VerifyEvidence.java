package com.cubeflakes.crm;

import io.stead.InvalidException;
import io.stead.Stead;
import io.stead.model.BrokenEvidence;
import io.stead.model.EvidenceReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks an evidence file without the store, the engine or the network: only the file and the log's verifier key.
 * Usage: VerifyEvidence FILE VKEY-FILE
 */
public final class VerifyEvidence {
    private VerifyEvidence() {}

    /** Ends with 0 when the evidence holds. */
    public static void main(String[] arguments) throws IOException {
        byte[] evidence = Files.readAllBytes(Path.of(arguments[0]));
        String vkey = Files.readString(Path.of(arguments[1])).strip();
        System.exit(holds(evidence, vkey) ? 0 : 1);
    }

    private static boolean holds(byte[] evidence, String vkey) {
        try {
            EvidenceReport report = Stead.verifyEvidence(evidence, vkey);
            if (report.ok()) {
                Tell.say("OK: %d entries about document %s are in the log %s of %d entries",
                        report.entries().getAsLong(), report.documentId().orElseThrow(),
                        report.origin().orElseThrow(), report.size().getAsLong());
            } else {
                Tell.say("BROKEN: %s", report.broken().map(BrokenEvidence::text).orElseThrow());
            }
            return report.ok();
        } catch (InvalidException e) {
            Tell.say("NOT EVIDENCE: %s", e.getMessage());
            return false;
        }
    }
}
