package io.stead.model;

import java.util.Map;

/**
 * A document that a signer has declined. Source: contract 4.3.
 *
 * @param documentId the document
 * @param signerId the signer
 * @param status where it stands
 * @param unknown members that this version does not know
 */
public record Declined(
        String documentId, String signerId, DocumentStatus status, Map<String, Object> unknown)
        implements Answer {}
