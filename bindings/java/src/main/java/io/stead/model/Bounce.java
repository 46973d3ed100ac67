package io.stead.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who was not reached by a message that came back. Source: contract 2.3.
 *
 * @param kind which text it was
 * @param signerIds signers who are waited for at its address
 * @param documentId the document it told of
 * @param unknown members that this version does not know
 */
public record Bounce(
        String kind, List<String> signerIds, Optional<String> documentId, Map<String, Object> unknown)
        implements Answer {}
