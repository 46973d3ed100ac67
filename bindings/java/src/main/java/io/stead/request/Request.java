package io.stead.request;

import io.stead.internal.Json;
import io.stead.internal.Words;
import io.stead.model.Answer;
import io.stead.model.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the engine is asked: the members of a JSON record. Immutable; every method that sets a member answers a new
 * request. The engine judges the members and names all that are at fault at once. Source: design 8.
 *
 * @param <R> the request itself
 */
public abstract sealed class Request<R extends Request<R>>
        permits Acceptance, AccessCodeChange, AccountRequest, AccountUpdate, ActorsQuery, AdminPerson, ApiKeyRequest,
                Approval, AuditQuery, BehalfQuery, BounceReport, BrandDomainSettings, BrandExpirySettings, BrandRequest,
                BrandUpdate, CheckRequest, CopyRequest, Deactivation, DeclineRequest, Deletion, Denial, DocumentQuery,
                DocumentRevocation, DueRequest, EngineOptions, Erasure, EventQuery, ExpiryExtension, FieldBounds,
                FinishedRequest, FormField, HandOver, IdentityQuery, IdentityRequest, IdentityUpdate, Invitation,
                Invitations, ListRequest, MailPlanRequest, Narrowing, NotificationChange, OutboxRequest, PageRequest,
                PastQuestion, Prefill, Reassignment, RecipientChange, Reminder, ReportRequest, Rerequest, SecretRoll,
                SendRequest, SignRequest, SignatureFrameSettings, SignerFinished, SignerRequest, SignerVisit, TagChange,
                TeamAssignment, TeamChange, TeamQuery, TeamRename, TeamRequest, TeamsQuery, TrailPartRequest, UserQuery,
                UserUpdate, VersionRead, Visit, WebhookRequest, WebhookUpdate {
    private static final Set<String> SECRETS = Set.of("accessCode", "authenticationCode");

    private final Map<String, Object> members;

    Request(Map<String, Object> members) {
        this.members = members;
    }

    abstract R made(Map<String, Object> members);

    /**
     * This request with a member by name, for what it has no method for.
     *
     * @param member its name
     * @param value a String, number, Boolean, Instant, enum of words, request, answer, List or Map of these, or null,
     *     which is sent as null
     * @return a new request
     */
    public R with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, plainValue(value));
        return made(Collections.unmodifiableMap(more));
    }

    /**
     * This request without a member, as if it had never been set.
     *
     * @param member its name
     * @return a new request
     */
    public R without(String member) {
        Map<String, Object> less = new LinkedHashMap<>(members);
        less.remove(member);
        return made(Collections.unmodifiableMap(less));
    }

    R withEntry(String member, String key, String value) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        if (members.get(member) instanceof Map<?, ?> before) {
            entries.putAll(before);
        }
        entries.put(key, value);
        return with(member, entries);
    }

    /**
     * The members as plain values.
     *
     * @return Map, List, String, Long, Double, Boolean or null by name; cannot be changed
     */
    public Map<String, Object> toMap() {
        return members;
    }

    /**
     * The request as the engine gets it.
     *
     * @return JSON text
     */
    public String toJson() {
        return Json.text(members);
    }

    /**
     * The request as the engine gets it.
     *
     * @return JSON text in UTF-8
     */
    public byte[] toUtf8() {
        return Json.utf8(members);
    }

    /** Shows the members, but no access code. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + shown(members);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Request<?> that && getClass() == that.getClass() && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    static Map<String, Object> plain(Map<?, ?> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((name, value) -> plain.put((String) name, plainValue(value)));
        return Collections.unmodifiableMap(plain);
    }

    private static Object plainValue(Object value) {
        if (value instanceof Instant moment) {
            return moment.toEpochMilli();
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Word word) {
            if (Words.isUnknown(word)) {
                throw new IllegalArgumentException(word + " is no word to ask with");
            }
            return word.word();
        }
        if (value instanceof Request<?> request) {
            return request.members;
        }
        if (value instanceof Answer answer) {
            return answer.toMap();
        }
        if (value instanceof Map<?, ?> map) {
            return plain(map);
        }
        if (value instanceof List<?> items) {
            List<Object> plain = new ArrayList<>();
            items.forEach(item -> plain.add(plainValue(item)));
            return Collections.unmodifiableList(plain);
        }
        return value;
    }

    private static Object shown(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> shown = new LinkedHashMap<>();
            map.forEach((name, one) -> shown.put(name, SECRETS.contains(name) ? "…" : shown(one)));
            return shown;
        }
        return value instanceof List<?> items ? items.stream().map(Request::shown).toList() : value;
    }
}
