package io.stead.model;

import java.util.Map;
import java.util.Optional;

/**
 * An entry of the audit trail. Source: design 6.
 *
 * @param index its place
 * @param entry the entry itself
 * @param personal personal fields beside it, unless they were erased
 * @param unknown members that this version does not know
 */
public record AuditItem(
        long index, AuditEntry entry, Optional<Map<String, Object>> personal, Map<String, Object> unknown)
        implements Answer {}
