package io.stead.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What some steps of a check of a store have found. Source: design 7.
 *
 * @param ok whether that is nothing
 * @param findings what it is
 * @param steps steps that were done
 * @param nextCursor where to go on, empty at the end
 * @param unknown members that this version does not know
 */
public record StoreReport(
        boolean ok, List<StoreFinding> findings, int steps, Optional<String> nextCursor, Map<String, Object> unknown)
        implements Answer {
    /** {@inheritDoc} A cursor that is not there is null, as the library says it. */
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>(Answer.super.toMap());
        members.put("nextCursor", nextCursor.orElse(null));
        return members;
    }
}
