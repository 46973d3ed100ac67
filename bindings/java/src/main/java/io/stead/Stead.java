package io.stead;

import io.stead.internal.Codec;
import io.stead.model.EvidenceReport;
import io.stead.model.OperationRule;
import io.stead.model.OperationTable;
import io.stead.request.EngineOptions;
import java.nio.file.Path;
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
}
