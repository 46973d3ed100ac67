/**
 * What the engine answers: immutable records whose components are named as the members of docs/schema.
 *
 * <p>Optional members are {@link java.util.Optional}, moments {@link java.time.Instant} with millisecond precision,
 * fixed words enums. What a newer library adds is kept in {@code unknown}.
 */
package io.stead.model;
