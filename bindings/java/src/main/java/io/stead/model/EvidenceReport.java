package io.stead.model;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether the evidence of a document holds. Source: design 6.
 *
 * @param ok whether it does
 * @param documentId the document
 * @param origin whose log it is
 * @param size how many entries the trail holds
 * @param entries how many entries concern the document
 * @param broken where it does not hold
 * @param unknown members that this version does not know
 */
public record EvidenceReport(
        boolean ok, Optional<String> documentId, Optional<String> origin, OptionalLong size, OptionalLong entries,
        Optional<BrokenEvidence> broken, Map<String, Object> unknown)
        implements Answer {}
