package io.stead.model;

import java.util.Map;

/**
 * The signed head of an account's audit trail. Source: design 6.
 *
 * @param checkpoint the signed note, a C2SP checkpoint
 * @param size how many entries the trail holds
 * @param root the root hash, base64
 * @param origin whose log it is
 * @param vkey the verifier key; publish it
 * @param unknown members that this version does not know
 */
public record Checkpoint(
        String checkpoint, long size, String root, String origin, String vkey, Map<String, Object> unknown)
        implements Answer {}
