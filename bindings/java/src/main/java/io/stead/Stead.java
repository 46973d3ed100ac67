package io.stead;

import io.stead.internal.Codec;
import io.stead.model.ConsistencyReport;
import io.stead.model.EvidenceReport;
import io.stead.model.OperationRule;
import io.stead.model.OperationTable;
import io.stead.request.EngineOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Where everything begins: opens stores, and what needs none. */
public final class Stead {
    /** Bytes of a host secret. */
    public static final int SECRET_BYTES = 32;

    private Stead() {}

    /**
     * Opens a store with the secret file beside it, which is made at first; {@link Engine#warning} then says so.
     *
     * @param store the store file, made when missing
     * @return the engine; close it
     */
    public static Engine open(Path store) {
        return open(store, EngineOptions.of());
    }

    /**
     * Opens a store with the secret file beside it, which is made at first; {@link Engine#warning} then says so.
     *
     * @param store the store file, made or migrated as needed
     * @param options how it is opened
     * @return the engine; close it
     */
    public static Engine open(Path store, EngineOptions options) {
        return new Engine(Native.stead_engine_open_v(
                Texts.argument(store.toString(), "store"), options.toUtf8(), null));
    }

    /**
     * Opens a store. Links, access codes and signatures are derived from the host secret.
     *
     * @param store the store file, made or migrated as needed; beside it come -wal, -shm and .lock
     * @param options how it is opened
     * @param secret {@value #SECRET_BYTES} random bytes, always the same for one store; the array may be wiped
     *     afterwards
     * @return the engine; close it
     * @throws InvalidException naming every bad option, or for a secret of another length
     * @throws StorageFailedException when the store is newer, foreign, broken, or was made with another secret
     */
    public static Engine open(Path store, EngineOptions options, byte[] secret) {
        return new Engine(Native.stead_engine_open_v(
                Texts.argument(store.toString(), "store"), options.toUtf8(), Objects.requireNonNull(secret, "secret")));
    }

    /**
     * Opens a store while its host secret is rotated: links and access codes made under the earlier secrets stay good for
     * as long as these are passed. The first opening moves the store to the new secret, and no other opens it from then
     * on; the log of every account gets an entry that names the verifier keys before and after.
     *
     * @param store the store file
     * @param options how it is opened
     * @param secret the new secret, {@value #SECRET_BYTES} random bytes
     * @param previous the earlier ones, at most four
     * @return the engine; close it
     * @throws InvalidException naming every bad option, or for a secret of another length
     * @throws StorageFailedException as above
     */
    public static Engine open(Path store, EngineOptions options, byte[] secret, List<byte[]> previous) {
        byte[] earlier = joined(previous);
        try {
            return new Engine(Native.stead_engine_open_rotating_v(
                    Texts.argument(store.toString(), "store"),
                    options.toUtf8(),
                    Objects.requireNonNull(secret, "secret"),
                    earlier));
        } finally {
            Arrays.fill(earlier, (byte) 0);
        }
    }

    private static byte[] joined(List<byte[]> secrets) {
        byte[] all = new byte[secrets.stream().mapToInt(secret -> secret.length).sum()];
        int at = 0;
        for (byte[] secret : secrets) {
            System.arraycopy(secret, 0, all, at, secret.length);
            at += secret.length;
        }
        return all;
    }

    /**
     * The version of the library that runs, which is that of the jar.
     *
     * @return for example {@code 0.1.0}
     */
    public static String version() {
        return Texts.text(Native.stead_version());
    }

    /**
     * The table of operations. Source: design 4, 11.
     *
     * @return who may do what, and for whom
     */
    public static List<OperationRule> operations() {
        return Codec.read(Native.stead_operation_list(), OperationTable.class).items();
    }

    /**
     * Checks an evidence file with nothing but the log's verifier key: no engine, no store, no trust in who runs it.
     *
     * @param evidence the bytes of the file
     * @param vkey the verifier key that the account published
     * @return whether it holds, and where it does not
     * @throws InvalidException when the bytes are no evidence file, or the text is no verifier key
     */
    public static EvidenceReport verifyEvidence(byte[] evidence, String vkey) {
        byte[] bytes = Objects.requireNonNull(evidence, "evidence");
        return Codec.read(Native.stead_evidence_verify(bytes, Texts.argument(vkey, "vkey")), EvidenceReport.class);
    }

    /**
     * Checks with nothing but verifier keys that a log only grew up to the checkpoint in a proof.
     *
     * @param older a checkpoint, as {@link Trail#checkpoint} or a mail said it
     * @param proof {@code proof} of {@link Trail#proveConsistency}
     * @param vkeys verifier key of the log; after a rotation the earlier ones too
     * @return whether it did, and what does not fit
     * @throws InvalidException for a text that is no verifier key
     */
    public static ConsistencyReport verifyConsistency(String older, String proof, String... vkeys) {
        return consistency(older, null, proof, vkeys);
    }

    /**
     * Checks with nothing but verifier keys that a log only grew between two checkpoints.
     *
     * @param older the earlier checkpoint
     * @param newer the later one
     * @param proof {@code proof} of {@link Trail#proveConsistency} for their sizes
     * @param vkeys verifier keys of the log
     * @return whether it did, and what does not fit
     * @throws InvalidException for a text that is no verifier key
     */
    public static ConsistencyReport verifyConsistencyOf(String older, String newer, String proof, String... vkeys) {
        return consistency(older, Texts.argument(newer, "newer"), proof, vkeys);
    }

    private static ConsistencyReport consistency(String older, byte[] newer, String proof, String... vkeys) {
        byte[] first = Texts.argument(older, "older");
        byte[] path = Texts.argument(proof, "proof");
        byte[] keys = Texts.argument(String.join("\n", vkeys), "vkeys");
        return Codec.read(Native.stead_consistency_verify(first, newer, path, keys), ConsistencyReport.class);
    }
}
