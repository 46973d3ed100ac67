package io.stead.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One page of a list. Source: design 11.
 *
 * @param items what stands on it
 * @param nextCursor where the next page begins, empty on the last one
 * @param total how many there are in all, counted to a limit when filtered
 * @param totalCapped whether there are more than {@code total}
 * @param unknown members that this version does not know
 * @param <T> what the list holds
 */
public record Page<T>(
        List<T> items, Optional<String> nextCursor, long total, boolean totalCapped, Map<String, Object> unknown)
        implements Answer {
    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> members = new java.util.LinkedHashMap<>(unknown);
        members.put("items", items.stream().map(item -> ((Answer) item).toMap()).collect(Collectors.toList()));
        members.put("nextCursor", nextCursor.orElse(null));
        members.put("total", total);
        members.put("totalCapped", totalCapped);
        return members;
    }
}
