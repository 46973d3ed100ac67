package io.stead.model;

import java.util.Map;

/**
 * What is told of a logo without its bytes. Source: contract 5.
 *
 * @param type what kind of file
 * @param size bytes
 * @param sha256 SHA-256 of its bytes, hex
 * @param unknown members that this version does not know
 */
public record Logo(
        FileType type, long size, String sha256, Map<String, Object> unknown)
        implements Answer {}
