package io.stead.model;

import java.util.Map;

/**
 * The finished document that the host handed in. Source: contract 4.1.
 *
 * @param id the document
 * @param file the file
 * @param unknown members that this version does not know
 */
public record FinishedDocument(
        String id, FileInfo file, Map<String, Object> unknown)
        implements Answer {}
