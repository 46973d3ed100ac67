package io.stead;

import io.stead.model.DueWork;
import io.stead.model.StoreBackup;
import io.stead.model.StoreReport;
import io.stead.request.CheckRequest;
import io.stead.request.DueRequest;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Instant;

/**
 * An open store with its clock, secrets and cache of decisions. Any number of threads may use it at once. Closing it
 * waits for the calls that run, and ends its sessions too. Source: design 7.
 */
public final class Engine extends Handle {
    Engine(long address) {
        super(address, Native::stead_engine_free);
    }

    /**
     * A session for the user whose API key this is.
     *
     * @param apiKey the key
     * @return the session; close it
     * @throws UnauthenticatedException for an unknown or revoked key
     * @throws RefusedException for a user who is not active
     */
    public Session openWithKey(String apiKey) {
        byte[] key = Texts.argument(apiKey, "apiKey");
        return session(engine -> Native.stead_session_open_with_key(engine, key));
    }

    /**
     * A session for a user whom the host has authenticated itself; every audit entry says so.
     *
     * @param userId the user
     * @return the session; close it
     * @throws NotFoundException for an unknown user
     * @throws RefusedException for a user who is not active
     */
    public Session openTrusted(String userId) {
        byte[] id = Texts.argument(userId, "userId");
        return session(engine -> Native.stead_session_open_trusted(engine, id));
    }

    /**
     * Accounts, a matter of the host.
     *
     * @return the verbs
     */
    public Accounts accounts() {
        return new Accounts(this);
    }

    /**
     * What the host itself does with documents.
     *
     * @return the verbs
     */
    public HostDocuments documents() {
        return new HostDocuments(this);
    }

    /**
     * What must be delivered.
     *
     * @return the verbs
     */
    public Outbox outbox() {
        return new Outbox(this);
    }

    /**
     * The audit trail of an account, for the host.
     *
     * @param accountId the account
     * @return the verbs
     */
    public Trail trail(String accountId) {
        return new Trail(this, accountId);
    }

    /**
     * An invited person, by the link that was mailed.
     *
     * @param token the secret at the end of the link
     * @return the verbs
     */
    public InvitationLink invitation(String token) {
        return new InvitationLink(this, token);
    }

    /**
     * The owner of a sender identity, by the link that was mailed.
     *
     * @param token the secret at the end of the link
     * @return the verbs
     */
    public OwnerLink owner(String token) {
        return new OwnerLink(this, token);
    }

    /**
     * A signer, by the link that was mailed.
     *
     * @param token the secret at the end of the link
     * @return the verbs
     */
    public SignerLink signer(String token) {
        return new SignerLink(this, token);
    }

    /**
     * Does the time-driven work that is due: scheduled sends, expiry, lapsed requests, files nobody references. Call it
     * in a loop, from any process. Source: design 3.
     *
     * @return what was done; call again at once while {@code more}, else at {@code nextDueAt} at the latest
     */
    public DueWork runDue() {
        return runDue(DueRequest.of());
    }

    /**
     * Does some of the time-driven work that is due.
     *
     * @param request how much of it
     * @return what was done; call again at once while {@code more}, else at {@code nextDueAt} at the latest
     */
    public DueWork runDue(DueRequest request) {
        return ask(Native::stead_engine_run_due, request, DueWork.class);
    }

    /**
     * Copies the store, as it is now, to a new file while everybody goes on; on disk when this returns. The secret is not
     * part of it: keep both, apart. Source: design 7.
     *
     * @param target the file, which must not exist
     * @return what was written
     * @throws ConflictException when there is a file already; nothing is ever overwritten
     * @throws StorageFailedException when it cannot be written
     */
    public StoreBackup backup(Path target) {
        return ask(Native::stead_engine_backup, target.toString(), StoreBackup.class);
    }

    /**
     * Looks for damage in some steps: one table, the heads of a hundred trails, or some files, a step. Source: design 7.
     *
     * @param request where to go on, and how far
     * @return what was found; call again with its cursor until there is none
     */
    public StoreReport check(CheckRequest request) {
        return ask(Native::stead_engine_check, request, StoreReport.class);
    }

    /**
     * What the host should know of how the store was opened.
     *
     * @return one line, empty when there is nothing to say
     */
    public String warning() {
        return Texts.text(call(Native::stead_engine_warning));
    }

    /**
     * Sets the clock of a store that was opened with a test clock.
     *
     * @param now the moment, to the millisecond
     * @throws MisuseException for any other store
     */
    public void setTestClock(Instant now) {
        act(engine -> Native.stead_engine_set_test_clock(engine, now.toEpochMilli()));
    }

    /**
     * Closes the store: waits for the calls that run, those of its sessions too. Later calls throw
     * {@link IllegalStateException}; closing again does nothing.
     */
    @Override
    public void close() {
        super.close();
    }

    @Override
    void end(long address) {
        Native.stead_engine_close(address);
    }

    private Session session(Opening opening) {
        try {
            return new Session(this, opening.open(address()));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private interface Opening {
        long open(long engine);
    }
}
