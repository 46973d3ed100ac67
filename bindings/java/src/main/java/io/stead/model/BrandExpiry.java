package io.stead.model;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When documents of a brand expire that do not say it themselves. Source: contract 5.
 *
 * @param expiryDateType in what the value counts, days unless told
 * @param expiryValue how many
 * @param reminderDays days between reminders
 * @param reminderCount how many reminders
 * @param unknown members that this version does not know
 */
public record BrandExpiry(
        Optional<SpanUnit> expiryDateType, OptionalLong expiryValue, OptionalLong reminderDays,
        OptionalLong reminderCount, Map<String, Object> unknown)
        implements Answer {}
