package io.stead.model;

import java.util.List;
import java.util.Map;

/**
 * All brands of the account, oldest first. Source: contract 5.
 *
 * @param items the brands
 * @param unknown members that this version does not know
 */
public record BrandList(
        List<Brand> items, Map<String, Object> unknown)
        implements Answer {}
