package io.stead.model;

import java.util.List;
import java.util.Map;

/**
 * The table of operations. Source: design 4.
 *
 * @param items its rows
 * @param unknown members that this version does not know
 */
public record OperationTable(
        List<OperationRule> items, Map<String, Object> unknown)
        implements Answer {}
