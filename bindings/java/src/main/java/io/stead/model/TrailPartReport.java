package io.stead.model;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether a part of an audit trail fits its hashes. Source: design 6.
 *
 * @param ok whether it does
 * @param size how many entries the whole trail holds
 * @param root the root hash of the tree up to {@code to}, base64
 * @param deep whether the look-up columns were compared too
 * @param checked how many entries were checked
 * @param erased how many of those have erased personal fields
 * @param from the first entry of the part
 * @param to the entry after the last one
 * @param next where to go on, empty at the end
 * @param broken where it does not fit
 * @param unknown members that this version does not know
 */
public record TrailPartReport(
        boolean ok, long size, String root, boolean deep, long checked, long erased, long from, long to, OptionalLong next, Optional<BrokenTrail> broken, Map<String, Object> unknown)
        implements Answer {}
