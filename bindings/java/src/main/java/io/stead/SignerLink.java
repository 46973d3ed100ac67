package io.stead;

import io.stead.model.Declined;
import io.stead.model.Reassigned;
import io.stead.model.Signed;
import io.stead.model.SignerPage;
import io.stead.request.DeclineRequest;
import io.stead.request.Reassignment;
import io.stead.request.SignRequest;
import io.stead.request.SignerFinished;
import io.stead.request.SignerVisit;

/** A signer, by the link that was mailed; the host owns the ceremony. Source: contract 4.3. */
public final class SignerLink {
    private final Engine engine;
    private final String token;

    SignerLink(Engine engine, String token) {
        this.engine = engine;
        this.token = token;
    }

    /**
     * What the signer sees; the view is recorded.
     *
     * @param request who looks
     * @return what to show
     * @throws NotFoundException for any token that is not the living one
     * @throws RefusedException when the access code is missing or wrong, or it is not the signer's turn
     */
    public SignerPage view(SignerVisit request) {
        return engine.ask(Native::stead_signer_view, token, request, SignerPage.class);
    }

    /**
     * Hands the place to somebody else, where the sender lets signers do so; this link dies.
     *
     * @param request who is to sign, and why
     * @return the document after that
     * @throws NotFoundException for any token that is not the living one
     * @throws RefusedException when the access code is missing or wrong, it is not the signer's turn, or the sender does
     *     not let signers do so
     */
    public Reassigned reassign(Reassignment request) {
        return engine.ask(Native::stead_signer_reassign, token, request, Reassigned.class);
    }

    /**
     * Reads a file from its beginning; the first part is audited.
     *
     * @param fileIndex which file, 0 is the first
     * @param request who reads
     * @return the stream; close it
     * @throws NotFoundException for any token that is not the living one
     * @throws RefusedException when the access code is missing or wrong, or it is not the signer's turn
     */
    public Download download(int fileIndex, SignerVisit request) {
        return new Download((offset, max) -> part(fileIndex, offset, max, request));
    }

    /**
     * Reads a part of a file; the part at offset 0 is audited.
     *
     * @param fileIndex which file, 0 is the first
     * @param offset where to begin, in bytes
     * @param max how many bytes at most; 0 for the info alone
     * @param request who reads
     * @return the part
     * @throws NotFoundException for any token that is not the living one
     * @throws RefusedException when the access code is missing or wrong, or it is not the signer's turn
     */
    public FilePart part(int fileIndex, long offset, int max, SignerVisit request) {
        byte[] secret = Texts.argument(token, "token");
        return FilePart.read(max, (buffer, got) -> engine.call(handle -> Native.stead_signer_download(
                handle, secret, request.toUtf8(), fileIndex, offset, buffer, got)));
    }

    /**
     * Reads a part of the audit certificate once the document has ended.
     *
     * @param offset where to begin, in bytes
     * @param max how many bytes at most; 0 for the info alone
     * @param request who reads
     * @return the part
     * @throws NotFoundException for any token that is not the living one
     * @throws RefusedException when the document has not ended, or the access code is missing or wrong
     */
    public FilePart certificate(long offset, int max, SignerVisit request) {
        byte[] secret = Texts.argument(token, "token");
        return FilePart.read(max, (buffer, got) -> engine.call(handle -> Native.stead_signer_certificate(
                handle, secret, request.toUtf8(), offset, buffer, got)));
    }

    /**
     * Reads a part of the finished document once it is Completed.
     *
     * @param offset where to begin, in bytes
     * @param max how many bytes at most; 0 for the info alone
     * @param request who reads, and in what form
     * @return the part
     * @throws NotFoundException for any token that is not the living one
     * @throws RefusedException when the document is not Completed, or the access code is missing or wrong
     */
    public FilePart finished(long offset, int max, SignerFinished request) {
        byte[] secret = Texts.argument(token, "token");
        return FilePart.read(max, (buffer, got) -> engine.call(handle -> Native.stead_signer_finished(
                handle, secret, request.toUtf8(), offset, buffer, got)));
    }

    /**
     * Signs. The values are checked against their fields.
     *
     * @param request the values
     * @return the document after the signature
     * @throws NotFoundException for any token that is not the living one
     * @throws RefusedException when the access code is missing or wrong, or it is not the signer's turn
     * @throws InvalidException naming every field at fault as {@code /values/<field id>}
     */
    public Signed sign(SignRequest request) {
        return engine.ask(Native::stead_signer_sign, token, request, Signed.class);
    }

    /**
     * Declines.
     *
     * @param request why
     * @return the document, Declined
     * @throws NotFoundException for any token that is not the living one
     * @throws RefusedException when the access code is missing or wrong, or it is not the signer's turn
     */
    public Declined decline(DeclineRequest request) {
        return engine.ask(Native::stead_signer_decline, token, request, Declined.class);
    }
}
