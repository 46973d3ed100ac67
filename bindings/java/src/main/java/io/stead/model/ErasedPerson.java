package io.stead.model;

import java.util.Map;

/**
 * What was erased of a person. Source: design 6.
 *
 * @param erased how many rows went
 * @param auditIndex the entry that says so
 * @param unknown members that this version does not know
 */
public record ErasedPerson(
        long erased, long auditIndex, Map<String, Object> unknown)
        implements Answer {}
