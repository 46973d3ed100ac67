package io.stead.model;

import java.util.Map;
import java.util.Optional;

/**
 * Whether an audit trail fits its hashes. Source: design 6.
 *
 * @param ok whether it does
 * @param size how many entries the trail holds
 * @param root the root hash, base64
 * @param deep whether the look-up columns were compared too
 * @param checked how many entries were checked
 * @param erased how many have erased personal fields
 * @param broken where it does not fit
 * @param unknown members that this version does not know
 */
public record TrailReport(
        boolean ok, long size, String root, boolean deep, long checked, long erased, Optional<BrokenTrail> broken,
        Map<String, Object> unknown)
        implements Answer {}
