package io.stead.model;

import java.util.Map;

/**
 * Where a field stands on its page, in points. Source: contract 4.5.
 *
 * @param x from the left edge
 * @param y from the upper edge
 * @param width its width
 * @param height its height
 * @param unknown members that this version does not know
 */
public record Bounds(
        double x, double y, double width, double height, Map<String, Object> unknown)
        implements Answer {}
