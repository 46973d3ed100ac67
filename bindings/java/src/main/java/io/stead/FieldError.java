package io.stead;

/**
 * A member of a request that is at fault. Source: design 8.
 *
 * @param field RFC 6901 pointer of the member, e.g. {@code /signers/0/email}
 * @param message what is wrong with it
 */
public record FieldError(String field, String message) {}
