package io.stead.model;

import java.util.Map;

/**
 * The document after a signer handed on the place. Source: contract 4.
 *
 * @param documentId the document
 * @param signerId the signer
 * @param status where it stands
 * @param unknown members that this version does not know
 */
public record Reassigned(
        String documentId, String signerId, DocumentStatus status, Map<String, Object> unknown)
        implements Answer {}
