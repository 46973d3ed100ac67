package io.stead.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an owner is asked, or has granted. Source: design 3.
 *
 * @param kind what it is about
 * @param identityId the sender identity
 * @param status where it stands
 * @param owner who is asked
 * @param creator who asks
 * @param accountName the account of the one who asks
 * @param productName the product around Stead
 * @param text the consent text to show
 * @param textHash SHA-256 of the text, hex; an approval carries it
 * @param locale the language of its mails
 * @param operations the acts that are asked for
 * @param lapsed whether the request has lapsed unanswered
 * @param from from when on
 * @param until until when
 * @param redirectUrl where the owner goes afterwards
 * @param grant what the owner granted last
 * @param linkedElsewhere whether the address is linked to another account
 * @param unknown members that this version does not know
 */
public record OwnerPage(
        LinkKind kind, String identityId, IdentityStatus status, Person owner, Person creator, String accountName,
        String productName, String text, String textHash, Language locale, List<Operation> operations,
        boolean lapsed, Optional<Instant> from, Optional<Instant> until, Optional<String> redirectUrl,
        Optional<Grant> grant, Optional<Boolean> linkedElsewhere, Map<String, Object> unknown)
        implements Answer {}
