package io.stead.model;

import java.util.List;
import java.util.Map;

/**
 * Events in their order; may be empty while {@code more} says to go on. Source: design 11.
 *
 * @param items the events, oldest first
 * @param after everything up to this entry was looked at: where to go on
 * @param more whether the trail goes on
 * @param unknown members that this version does not know
 */
public record EventPage(
        List<Event> items, long after, boolean more, Map<String, Object> unknown)
        implements Answer {}
