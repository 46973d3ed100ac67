package io.stead.model;

import java.util.List;
import java.util.Map;

/**
 * A row of the table of operations. Source: design 4.
 *
 * @param name the operation
 * @param roles who may do it
 * @param ownRoles who may do it in own matters
 * @param delegable whether it can be done for somebody by consent
 * @param accountWide whether it can be done by account-wide authority
 * @param documentRule how it is bound to its document
 * @param unknown members that this version does not know
 */
public record OperationRule(
        String name, List<Role> roles, List<Role> ownRoles, boolean delegable, boolean accountWide,
        DocumentRule documentRule, Map<String, Object> unknown)
        implements Answer {}
