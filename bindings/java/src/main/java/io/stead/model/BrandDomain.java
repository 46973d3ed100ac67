package io.stead.model;

import java.util.Map;
import java.util.Optional;

/**
 * The domain that mails of a brand come from; the host verifies it. Source: contract 5.
 *
 * @param domainName the domain
 * @param fromName name of the sender
 * @param unknown members that this version does not know
 */
public record BrandDomain(
        Optional<String> domainName, Optional<String> fromName, Map<String, Object> unknown)
        implements Answer {}
