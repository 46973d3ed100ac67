package io.stead.model;

import java.util.Map;

/**
 * A signer of a document that was just sent. Source: contract 4.5.
 *
 * @param id its id
 * @param email the e-mail address
 * @param unknown members that this version does not know
 */
public record SentSigner(
        String id, String email, Map<String, Object> unknown)
        implements Answer {}
