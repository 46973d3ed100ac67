package io.stead.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One question to an owner and its answer. Source: design 3.
 *
 * @param round counted from 1
 * @param askedAt when the owner was asked
 * @param answer how it ended
 * @param answeredAt when it ended
 * @param neverAskAgain whether the owner wants no more questions
 * @param locale the language of the text
 * @param text the text that was shown
 * @param textHash SHA-256 of the text, hex
 * @param proof how the owner was known, e.g. {@code mailbox}
 * @param auditIndex the entry of the audit trail
 * @param unknown members that this version does not know
 */
public record ConsentRound(
        int round, Instant askedAt, Optional<ConsentAnswer> answer, Optional<Instant> answeredAt,
        Optional<Boolean> neverAskAgain, Optional<Language> locale, Optional<String> text,
        Optional<String> textHash, Optional<String> proof, OptionalLong auditIndex, Map<String, Object> unknown)
        implements Answer {}
