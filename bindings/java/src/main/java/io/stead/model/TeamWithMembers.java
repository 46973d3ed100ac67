package io.stead.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A team and those who are in it. Source: contract 3.2.
 *
 * @param id its id
 * @param name its name
 * @param version goes up with every change
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param members the newest 1000, newest first; the list of users shows all
 * @param membersCapped whether there are more
 * @param unknown members that this version does not know
 */
public record TeamWithMembers(
        String id, String name, long version, Instant createdAt, Instant updatedAt, List<TeamMember> members,
        boolean membersCapped, Map<String, Object> unknown)
        implements Answer {}
