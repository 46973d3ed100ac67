package io.stead.model;

import java.util.Map;
import java.util.Optional;

/**
 * What mails in a person's name show, and why. Source: design 5.
 *
 * @param mode whose address they show
 * @param from from whom
 * @param why why so
 * @param sender the host, where From is the person
 * @param replyTo whom answers go to
 * @param better a better way, where there is one
 * @param unknown members that this version does not know
 */
public record MailPlan(
        MailMode mode, Person from, String why, Optional<Person> sender, Optional<Person> replyTo,
        Optional<BetterMail> better, Map<String, Object> unknown)
        implements Answer {}
