package io.stead.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a signer sees. Source: contract 4.3.
 *
 * @param documentId the document
 * @param title its title
 * @param message the words to all signers
 * @param privateMessage the words to this one
 * @param status where it stands
 * @param senderName who sent it
 * @param senderEmail whom to answer
 * @param signer the one who looks
 * @param files the files
 * @param yourTurn whether it is this signer's turn
 * @param behalfOf for whom it was sent
 * @param expiresAt when it expires unsigned
 * @param brand the brand as it looked when the document was sent
 * @param unknown members that this version does not know
 */
public record SignerPage(
        String documentId, String title, String message, String privateMessage, DocumentStatus status,
        String senderName, String senderEmail, Signer signer, List<StoredFile> files, boolean yourTurn,
        Optional<Person> behalfOf, Optional<Instant> expiresAt, Optional<Look> brand,
        Map<String, Object> unknown)
        implements Answer {}
