package io.stead.model;

import java.util.List;
import java.util.Map;

/**
 * Those who were invited together. Source: contract 3.1.
 *
 * @param users in the order asked for
 * @param unknown members that this version does not know
 */
public record InvitedUsers(
        List<User> users, Map<String, Object> unknown)
        implements Answer {}
