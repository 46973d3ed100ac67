package io.stead.model;

import java.util.Map;

/**
 * A file that is being read. Source: contract 4.6.
 *
 * @param name its name
 * @param type what kind of file
 * @param size bytes
 * @param sha256 SHA-256 of its bytes, hex
 * @param unknown members that this version does not know
 */
public record FileInfo(
        String name, FileType type, long size, String sha256, Map<String, Object> unknown)
        implements Answer {}
