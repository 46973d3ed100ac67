package io.stead.model;

import java.util.List;
import java.util.Map;

/**
 * That an earlier trail is the beginning of a later one. Source: tlog.
 *
 * @param from size of the earlier trail
 * @param to size of the later trail
 * @param hashes the proof, base64 each
 * @param proof what {@code Stead.verifyConsistency} reads: the hashes and the later checkpoint, as C2SP's tlog-witness writes
 *     them
 * @param unknown members that this version does not know
 */
public record ConsistencyProof(
        long from, long to, List<String> hashes, String proof, Map<String, Object> unknown)
        implements Answer {}
