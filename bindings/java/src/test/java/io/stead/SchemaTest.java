package io.stead;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stead.internal.OrNull;
import io.stead.internal.Words;
import io.stead.model.*;
import io.stead.request.*;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Records and requests against docs/schema: a member that a schema has and Java has not is a failure. */
class SchemaTest {
    /** The record of each answer; a list names what it holds. */
    private static final Map<String, Class<?>> ANSWERS = Map.ofEntries(
            entry("account_create", Account.class), entry("account_get", Account.class),
            entry("account_update", Account.class), entry("api_key_create", ApiKey.class),
            entry("api_key_list", ApiKey.class), entry("api_key_revoke", ApiKey.class),
            entry("audit_checkpoint", Checkpoint.class), entry("audit_erase_person", ErasedPerson.class),
            entry("audit_decide_as_of", PastDecision.class), entry("audit_replay", Replay.class),
            entry("audit_list", AuditItem.class), entry("audit_prove_consistency", ConsistencyProof.class),
            entry("audit_prove_inclusion", InclusionProof.class), entry("audit_verify", TrailReport.class),
            entry("audit_verify_part", TrailPartReport.class), entry("consistency_verify", ConsistencyReport.class),
            entry("outbox_attachment", FileInfo.class), entry("document_certificate", FileInfo.class),
            entry("document_finished", FileInfo.class), entry("document_finish", FinishedDocument.class),
            entry("signer_certificate", FileInfo.class), entry("signer_finished", FileInfo.class), entry("brand_create",
            Brand.class), entry("brand_delete", DeletedBrand.class), entry("brand_get", Brand.class),
            entry("brand_list", BrandList.class), entry("brand_logo", FileInfo.class), entry("brand_make_default",
            Brand.class), entry("brand_update", Brand.class), entry("engine_backup", StoreBackup.class),
            entry("engine_check", StoreReport.class), entry("document_extend_expiry", ExtendedExpiry.class),
            entry("document_add_tags", TaggedDocument.class), entry("document_delete_tags", TaggedDocument.class),
            entry("document_delete", DeletedDocument.class), entry("document_team_list", DocumentRow.class),
            entry("document_change_recipient", ChangedRecipient.class), entry("document_prefill",
            PrefilledDocument.class), entry("signer_reassign", Reassigned.class), entry("outbox_bounced", Bounce.class),
            entry("document_audit_log", DocumentHistory.class), entry("document_behalf_list", DocumentRow.class),
            entry("document_change_access_code", ChangedAccessCode.class),
            entry("document_download", FileInfo.class), entry("document_get", Document.class),
            entry("document_list", DocumentRow.class), entry("document_remind", Reminded.class),
            entry("document_revoke", RevokedDocument.class), entry("document_send", SentDocument.class),
            entry("engine_run_due", DueWork.class), entry("evidence_verify", EvidenceReport.class),
            entry("grant_list_actors", ActorPermission.class),
            entry("grant_list_principals", PrincipalPermission.class), entry("identity_create", Identity.class),
            entry("identity_delete", DeletedIdentity.class), entry("identity_evidence", ConsentEvidence.class),
            entry("identity_get", Identity.class), entry("identity_list", Identity.class),
            entry("identity_rerequest", Identity.class), entry("identity_resend", Identity.class),
            entry("identity_update", Identity.class), entry("operation_list", OperationTable.class),
            entry("webhook_create", NewWebhook.class), entry("webhook_delete", DeletedWebhook.class),
            entry("webhook_list", Webhook.class), entry("webhook_roll_secret", NewWebhook.class),
            entry("webhook_take", WebhookBatch.class), entry("webhook_update", Webhook.class),
            entry("report_documents", DocumentReport.class), entry("events_list", EventPage.class), entry("mail_plan", MailPlan.class),
            entry("outbox_dead_letters", DeadLetter.class), entry("outbox_fail", FailedDelivery.class),
            entry("outbox_take", OutboxBatch.class), entry("owner_approve", OwnerAnswer.class),
            entry("owner_deny", OwnerAnswer.class), entry("owner_look", OwnerPage.class),
            entry("owner_narrow", OwnerAnswer.class), entry("owner_revoke", OwnerAnswer.class),
            entry("session_explain", Explanation.class), entry("session_explain_document", Explanation.class),
            entry("signer_decline", Declined.class), entry("signer_download", FileInfo.class),
            entry("signer_sign", Signed.class), entry("signer_view", SignerPage.class),
            entry("document_hand_over", HandedOver.class), entry("user_change_team", User.class),
            entry("team_get", TeamWithMembers.class), entry("team_list", Team.class),
            entry("team_rename", Team.class), entry("user_cancel_invitation", CancelledInvitation.class),
            entry("user_invite_all", InvitedUsers.class), entry("user_list", User.class),
            entry("user_resend_invitation", User.class),
            entry("team_assign", User.class), entry("team_create", Team.class), entry("user_accept", User.class),
            entry("user_deactivate", User.class), entry("user_get", User.class), entry("user_invite", User.class),
            entry("user_reactivate", User.class), entry("user_update", User.class));

    private static final Map<String, Class<?>> REQUESTS = Map.ofEntries(
            entry("account_create", AccountRequest.class), entry("account_update", AccountUpdate.class),
            entry("api_key_create", ApiKeyRequest.class), entry("api_key_list", ListRequest.class),
            entry("audit_erase_person", Erasure.class), entry("audit_list", AuditQuery.class),
            entry("document_finished", FinishedRequest.class), entry("signer_certificate", SignerVisit.class),
            entry("signer_finished", SignerFinished.class), entry("brand_create", BrandRequest.class),
            entry("brand_update", BrandUpdate.class), entry("audit_decide_as_of", PastQuestion.class),
            entry("document_extend_expiry", ExpiryExtension.class), entry("document_add_tags", TagChange.class),
            entry("document_delete_tags", TagChange.class), entry("document_delete", Deletion.class),
            entry("document_team_list", TeamQuery.class), entry("document_change_recipient", RecipientChange.class),
            entry("document_prefill", Prefill.class), entry("signer_reassign", Reassignment.class),
            entry("outbox_bounced", BounceReport.class),
            entry("document_behalf_list", BehalfQuery.class),
            entry("document_change_access_code", AccessCodeChange.class),
            entry("document_list", DocumentQuery.class), entry("document_remind", Reminder.class),
            entry("document_revoke", DocumentRevocation.class), entry("document_send", SendRequest.class),
            entry("audit_verify_part", TrailPartRequest.class), entry("engine_check", CheckRequest.class),
            entry("engine_open", EngineOptions.class), entry("engine_run_due", DueRequest.class),
            entry("grant_list_actors", ActorsQuery.class), entry("grant_list_principals", ListRequest.class),
            entry("identity_create", IdentityRequest.class), entry("identity_list", IdentityQuery.class),
            entry("identity_rerequest", Rerequest.class), entry("identity_update", IdentityUpdate.class),
            entry("webhook_create", WebhookRequest.class), entry("webhook_list", PageRequest.class),
            entry("webhook_roll_secret", SecretRoll.class), entry("webhook_take", OutboxRequest.class),
            entry("webhook_update", WebhookUpdate.class), entry("report_documents", ReportRequest.class), entry("events_list", EventQuery.class), entry("mail_plan", MailPlanRequest.class),
            entry("outbox_dead_letters", PageRequest.class), entry("outbox_take", OutboxRequest.class),
            entry("owner_approve", Approval.class), entry("owner_deny", Denial.class),
            entry("owner_narrow", Narrowing.class), entry("owner_revoke", Visit.class),
            entry("signer_decline", DeclineRequest.class), entry("signer_download", SignerVisit.class),
            entry("signer_sign", SignRequest.class), entry("signer_view", SignerVisit.class),
            entry("document_hand_over", HandOver.class), entry("user_change_team", TeamChange.class),
            entry("team_list", TeamsQuery.class), entry("team_rename", TeamRename.class),
            entry("user_invite_all", Invitations.class), entry("user_list", UserQuery.class),
            entry("team_assign", TeamAssignment.class), entry("team_create", TeamRequest.class),
            entry("user_accept", Acceptance.class), entry("user_deactivate", Deactivation.class),
            entry("user_invite", Invitation.class), entry("user_reactivate", VersionRead.class),
            entry("user_update", UserUpdate.class));

    /** The classes of objects inside requests, by member. */
    private static final Map<String, Class<?>> PARTS = Map.of(
            "admin", AdminPerson.class, "notificationSettings", NotificationChange.class,
            "signers", SignerRequest.class, "formFields", FormField.class, "bounds", FieldBounds.class,
            "cc", CopyRequest.class, "users", Invitation.class, "documentExpirySettings", BrandExpirySettings.class,
            "customDomainSettings", BrandDomainSettings.class, "signatureFrameSettings", SignatureFrameSettings.class);

    private final Set<String> problems = new TreeSet<>();

    @Test
    void everyMemberOfAnAnswerIsInItsRecord() {
        Set<String> verbs = Schema.verbs("answer");
        verbs.remove("audit_export_evidence"); // a file, not a record
        assertEquals(verbs, new TreeSet<>(ANSWERS.keySet()));
        ANSWERS.forEach((verb, type) -> {
            Schema schema = Schema.of(verb, "answer");
            boolean isPage = schema.members().keySet().containsAll(Set.of("items", "nextCursor"));
            if (isPage) {
                assertEquals(components(Page.class).keySet(), withUnknown(schema.members().keySet()), verb);
            }
            compare(verb, isPage ? schema.members().get("items").items() : schema, type);
        });
        assertEquals(Set.of(), problems);
    }

    @Test
    void everyMemberOfARequestHasItsMethod() {
        assertEquals(Schema.verbs("request"), new TreeSet<>(REQUESTS.keySet()));
        REQUESTS.forEach((verb, type) -> compareRequest(verb, Schema.of(verb, "request"), type));
        assertEquals(Set.of(), problems);
    }

    private void compare(String where, Schema schema, Class<?> type) {
        Map<String, RecordComponent> components = components(type);
        problemUnless(components.containsKey("unknown"), where + ": " + type + " keeps no unknown members");
        schema.members().forEach((name, member) -> {
            RecordComponent component = components.get(name);
            if (component == null) {
                problems.add(where + "/" + name + " is not in " + type.getSimpleName());
                return;
            }
            boolean optional = isOptional(component.getGenericType());
            problemUnless(schema.required().contains(name) || optional, where + "/" + name + " may be absent");
            problemUnless(!component.isAnnotationPresent(OrNull.class) || schema.required().contains(name),
                    where + "/" + name + " may be absent, not null");
            compareType(where + "/" + name, member, component.getGenericType());
        });
    }

    private void compareType(String where, Schema schema, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                compareType(where, schema, inner);
            } else if (generic.getRawType() == List.class) {
                compareType(where + "/-", schema.items(), inner);
            } else {
                problemUnless(schema.type().equals("object") && schema.members().isEmpty(), where + " has members");
            }
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            compare(where, schema, plain);
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            problemUnless(!schema.words().isEmpty() && words(plain).containsAll(schema.words()),
                    where + " has words that " + plain.getSimpleName() + " lacks: " + schema.words());
        } else {
            problemUnless(scalars(schema).contains(type), where + " is no " + type);
        }
    }

    private static Set<Class<?>> scalars(Schema schema) {
        return switch (schema.type()) {
            case "boolean" -> Set.of(boolean.class, Boolean.class);
            case "number" -> Set.of(double.class);
            case "integer" -> schema.name().equals("time")
                    ? Set.of(Instant.class)
                    : Set.of(long.class, Long.class, int.class, OptionalLong.class);
            case "string" -> schema.words().isEmpty() ? Set.of(String.class) : Set.of();
            default -> Set.of();
        };
    }

    private void compareRequest(String where, Schema schema, Class<?> type) {
        Set<String> methods =
                Arrays.stream(type.getMethods()).map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Object> made = new HashMap<>(defaultOf(type).toMap());
        schema.members().forEach((name, member) -> {
            if (member.hasEffect()) {
                problemUnless(methods.contains(name) || made.containsKey(name),
                        where + "/" + name + " is not in " + type.getSimpleName());
                compareWords(where + "/" + name, member, type, name);
                if (PARTS.containsKey(name)) {
                    Schema part = member.type().equals("array") ? member.items() : member;
                    if (!part.members().isEmpty()) { // in a list request, signers are addresses
                        compareRequest(where + "/" + name, part, PARTS.get(name));
                    }
                }
            }
        });
        made.keySet().removeAll(schema.members().keySet());
        problemUnless(made.isEmpty(), where + " does not know " + made.keySet());
        problemUnless(defaultOf(type).toMap().keySet().containsAll(schema.required()),
                where + " is made without " + schema.required());
    }

    /** Where a method takes an enum, it has every word of the schema. */
    private void compareWords(String where, Schema member, Class<?> type, String name) {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == 1) {
                Class<?> given = method.getParameterTypes()[0];
                Class<?> one = given.isArray() ? given.getComponentType() : given;
                if (!one.isEnum()) {
                    continue;
                }
                List<String> expected = given.isArray() ? member.items().words() : member.words();
                problemUnless(!expected.isEmpty() && words(one).containsAll(expected),
                        where + " has words that " + one.getSimpleName() + " lacks: " + expected);
            }
        }
    }

    /** A request as its `of` makes it, of empty arguments. */
    private static Request<?> defaultOf(Class<?> type) {
        Method of = Arrays.stream(type.getMethods()).filter(method -> method.getName().equals("of")).findFirst()
                .orElseThrow();
        Object[] arguments = Arrays.stream(of.getParameterTypes()).map(SchemaTest::empty).toArray();
        try {
            return (Request<?>) of.invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object empty(Class<?> type) {
        if (type.isArray()) {
            return java.lang.reflect.Array.newInstance(type.getComponentType(), 0);
        }
        return type == double.class ? (Object) 0.0 : type == int.class ? (Object) 0 : null;
    }

    private void problemUnless(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }

    private static boolean isOptional(Type type) {
        return type == OptionalLong.class
                || type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
    }

    private static Map<String, RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, component -> component));
    }

    private static Set<String> withUnknown(Set<String> names) {
        Set<String> all = new TreeSet<>(names);
        all.add("unknown");
        return all;
    }

    private static Set<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Word.class::cast)
                .filter(word -> !Words.isUnknown(word))
                .map(Word::word)
                .collect(Collectors.toSet());
    }
}
