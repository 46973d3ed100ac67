package io.stead.model;

import java.util.List;
import java.util.Map;

/**
 * How consent was asked and given, round by round. Source: design 3.
 *
 * @param identityId the sender identity
 * @param rounds oldest first
 * @param unknown members that this version does not know
 */
public record ConsentEvidence(
        String identityId, List<ConsentRound> rounds, Map<String, Object> unknown)
        implements Answer {}
