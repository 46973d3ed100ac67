package io.stead.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Documents of a period, counted by one of their sides.
 *
 * @param by by what
 * @param groups the largest first, at most 100
 * @param others counted in smaller groups
 * @param documents how many were counted
 * @param capped whether there are more than were looked at
 * @param key which metadata
 * @param unknown members that this version does not know
 */
public record DocumentReport(
        ReportSide by, List<ReportGroup> groups, long others, long documents, boolean capped, Optional<String> key,
        Map<String, Object> unknown)
        implements Answer {}
