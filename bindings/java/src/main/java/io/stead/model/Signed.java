package io.stead.model;

import java.time.Instant;
import java.util.Map;

/**
 * A document after a signature. Source: contract 4.3.
 *
 * @param documentId the document
 * @param signerId the signer
 * @param status Completed after the last signature
 * @param signedAt when
 * @param unknown members that this version does not know
 */
public record Signed(
        String documentId, String signerId, DocumentStatus status, Instant signedAt, Map<String, Object> unknown)
        implements Answer {}
