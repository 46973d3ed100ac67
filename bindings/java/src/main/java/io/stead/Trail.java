package io.stead;

import io.stead.internal.Codec;
import io.stead.model.Checkpoint;
import io.stead.model.ConsistencyProof;
import io.stead.model.InclusionProof;
import io.stead.model.TrailPartReport;
import io.stead.model.TrailReport;
import io.stead.request.TrailPartRequest;

/** The audit trail of one account, as the host proves it: a Merkle tree, formats of C2SP. Source: design 6, tlog. */
public final class Trail {
    private final Engine engine;
    private final String accountId;

    Trail(Engine engine, String accountId) {
        this.engine = engine;
        this.accountId = accountId;
    }

    /**
     * The signed head of the tree.
     *
     * @return the checkpoint, with the verifier key
     * @throws NotFoundException for an unknown account
     */
    public Checkpoint checkpoint() {
        return engine.ask(Native::stead_audit_checkpoint, accountId, Checkpoint.class);
    }

    /**
     * Recomputes the whole trail in constant memory.
     *
     * @return whether it fits; a broken trail is an answer
     * @throws NotFoundException for an unknown account
     */
    public TrailReport verify() {
        return verify(0);
    }

    /**
     * Recomputes the whole trail in constant memory and compares the look-up columns too.
     *
     * @return whether it fits; a broken trail is an answer
     * @throws NotFoundException for an unknown account
     */
    public TrailReport verifyDeep() {
        return verify(1);
    }

    /**
     * Verifies a part of a long trail.
     *
     * @param request which part; 100,000 entries from the first unless set
     * @return whether it fits; go on at its {@code next} until there is none
     * @throws NotFoundException for an unknown account, or beyond the trail
     */
    public TrailPartReport verifyPart(TrailPartRequest request) {
        byte[] id = Texts.argument(accountId, "accountId");
        byte[] wanted = request.toUtf8();
        return Codec.read(
                engine.call(handle -> Native.stead_audit_verify_part(handle, id, wanted)), TrailPartReport.class);
    }

    /**
     * The proof that an entry stands in the trail.
     *
     * @param index the entry, 0 is the first
     * @return the entry with its C2SP tlog-proof
     * @throws NotFoundException for an unknown account or entry
     */
    public InclusionProof proveInclusion(long index) {
        byte[] id = Texts.argument(accountId, "accountId");
        return Codec.read(
                engine.call(handle -> Native.stead_audit_prove_inclusion(handle, id, index)), InclusionProof.class);
    }

    /**
     * The proof that an earlier trail is the beginning of a later one.
     *
     * @param from size of the earlier one
     * @param to size of the later one
     * @return the proof
     * @throws InvalidException unless 0 ≤ from ≤ to
     * @throws NotFoundException for an unknown account, or beyond the trail
     */
    public ConsistencyProof proveConsistency(long from, long to) {
        byte[] id = Texts.argument(accountId, "accountId");
        return Codec.read(
                engine.call(handle -> Native.stead_audit_prove_consistency(handle, id, from, to)),
                ConsistencyProof.class);
    }

    private TrailReport verify(int deep) {
        byte[] id = Texts.argument(accountId, "accountId");
        return Codec.read(engine.call(handle -> Native.stead_audit_verify(handle, id, deep)), TrailReport.class);
    }
}
