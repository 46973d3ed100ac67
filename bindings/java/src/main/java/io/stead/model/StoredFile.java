package io.stead.model;

import java.util.Map;
import java.util.OptionalLong;

/**
 * A file of a document. Source: contract 4.5.
 *
 * @param name its name
 * @param sha256 SHA-256 of its bytes, hex
 * @param size bytes
 * @param type what kind of file
 * @param pages how many pages
 * @param unknown members that this version does not know
 */
public record StoredFile(
        String name, String sha256, long size, FileType type, OptionalLong pages, Map<String, Object> unknown)
        implements Answer {}
