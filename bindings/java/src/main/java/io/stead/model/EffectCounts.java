package io.stead.model;

import java.util.Map;

/**
 * How many effects of each kind a change has. Source: contract 3.1.
 *
 * @param identityRevoked sender identities that are revoked
 * @param documentMovedAlong held by a user who changes his team; not touched, not among the effects
 * @param documentHandedOver documents that get another holder
 * @param documentRevoked documents under way that are revoked
 * @param documentDeclined documents that are declined
 * @param unknown members that this version does not know
 */
public record EffectCounts(
        long identityRevoked, long documentMovedAlong, long documentHandedOver, long documentRevoked,
        long documentDeclined, Map<String, Object> unknown)
        implements Answer {}
