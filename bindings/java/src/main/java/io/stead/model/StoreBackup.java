package io.stead.model;

import java.time.Instant;
import java.util.Map;

/**
 * A copy of a store that is whole and on disk. Source: design 7.
 *
 * @param path where it is
 * @param bytes how long the file is
 * @param takenAt when it was begun
 * @param unknown members that this version does not know
 */
public record StoreBackup(
        String path, long bytes, Instant takenAt, Map<String, Object> unknown)
        implements Answer {}
