package io.stead.model;

import java.util.Map;

/**
 * An invitation that was taken back. Source: contract 3.1.
 *
 * @param id of the user who is gone
 * @param unknown members that this version does not know
 */
public record CancelledInvitation(
        String id, Map<String, Object> unknown)
        implements Answer {}
