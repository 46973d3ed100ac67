package io.stead.model;

import java.util.Map;

/**
 * One entry with the proof that it stands in the trail. Source: tlog.
 *
 * @param index its place
 * @param entry the bytes of the entry, base64
 * @param proof a C2SP tlog-proof
 * @param unknown members that this version does not know
 */
public record InclusionProof(
        long index, String entry, String proof, Map<String, Object> unknown)
        implements Answer {}
