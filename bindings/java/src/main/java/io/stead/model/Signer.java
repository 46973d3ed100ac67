package io.stead.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who signs. Source: contract 4.5.
 *
 * @param id its id
 * @param name the name
 * @param email the e-mail address
 * @param order whose turn it is when the order counts
 * @param status where it stands
 * @param hasAccessCode whether an access code is asked for
 * @param isDeliveryFailed whether a mail to the signer came back
 * @param isReassigned whether another signer handed on the place
 * @param viewedAt when the signer first looked
 * @param doneAt when the signer signed or declined
 * @param fields what the signer fills in, where the answer tells it
 * @param unknown members that this version does not know
 */
public record Signer(
        String id, String name, String email, int order, SignerStatus status, boolean hasAccessCode,
        boolean isDeliveryFailed, boolean isReassigned,
        Optional<Instant> viewedAt, Optional<Instant> doneAt, Optional<List<Field>> fields,
        Map<String, Object> unknown)
        implements Answer {}
