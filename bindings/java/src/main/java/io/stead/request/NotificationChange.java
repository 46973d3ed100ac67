package io.stead.request;

import java.util.Map;

/** Of what the owner of a sender identity hears; only the flags that are set change. Source: contract 2.3. */
public final class NotificationChange extends Request<NotificationChange> {
    private NotificationChange(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static NotificationChange of() {
        return new NotificationChange(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static NotificationChange from(Map<String, ?> members) {
        return new NotificationChange(plain(members));
    }

    @Override
    NotificationChange made(Map<String, Object> members) {
        return new NotificationChange(members);
    }

    /**
     * {@return this request with {@code viewed}}
     *
     * @param viewed a signer has looked
     */
    public NotificationChange viewed(boolean viewed) {
        return with("viewed", viewed);
    }

    /**
     * {@return this request with {@code sent}}
     *
     * @param sent a document was sent
     */
    public NotificationChange sent(boolean sent) {
        return with("sent", sent);
    }

    /**
     * {@return this request with {@code deliveryFailed}}
     *
     * @param deliveryFailed a mail could not be delivered
     */
    public NotificationChange deliveryFailed(boolean deliveryFailed) {
        return with("deliveryFailed", deliveryFailed);
    }

    /**
     * {@return this request with {@code declined}}
     *
     * @param declined a signer has declined
     */
    public NotificationChange declined(boolean declined) {
        return with("declined", declined);
    }

    /**
     * {@return this request with {@code revoked}}
     *
     * @param revoked a document was called back
     */
    public NotificationChange revoked(boolean revoked) {
        return with("revoked", revoked);
    }

    /**
     * {@return this request with {@code reassigned}}
     *
     * @param reassigned a signer has handed over
     */
    public NotificationChange reassigned(boolean reassigned) {
        return with("reassigned", reassigned);
    }

    /**
     * {@return this request with {@code completed}}
     *
     * @param completed all have signed
     */
    public NotificationChange completed(boolean completed) {
        return with("completed", completed);
    }

    /**
     * {@return this request with {@code signed}}
     *
     * @param signed a signer has signed
     */
    public NotificationChange signed(boolean signed) {
        return with("signed", signed);
    }

    /**
     * {@return this request with {@code expired}}
     *
     * @param expired a document has expired
     */
    public NotificationChange expired(boolean expired) {
        return with("expired", expired);
    }

    /**
     * {@return this request with {@code authenticationFailed}}
     *
     * @param authenticationFailed a signer could not prove who it is
     */
    public NotificationChange authenticationFailed(boolean authenticationFailed) {
        return with("authenticationFailed", authenticationFailed);
    }

    /**
     * {@return this request with {@code reminders}}
     *
     * @param reminders signers were reminded
     */
    public NotificationChange reminders(boolean reminders) {
        return with("reminders", reminders);
    }

    /**
     * {@return this request with {@code attachSignedDocument}}
     *
     * @param attachSignedDocument the signed document comes with the mail of completion
     */
    public NotificationChange attachSignedDocument(boolean attachSignedDocument) {
        return with("attachSignedDocument", attachSignedDocument);
    }
}
