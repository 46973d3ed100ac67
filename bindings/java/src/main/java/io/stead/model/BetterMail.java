package io.stead.model;

import java.util.Map;

/**
 * A way that shows more of the person.
 *
 * @param mode which
 * @param needs what it would need
 * @param unknown members that this version does not know
 */
public record BetterMail(
        MailMode mode, String needs, Map<String, Object> unknown)
        implements Answer {}
