package io.stead;

import io.stead.internal.Json;
import io.stead.model.Answer;
import io.stead.model.OperationTable;
import io.stead.request.Acceptance;
import io.stead.request.AccessCodeChange;
import io.stead.request.AccountRequest;
import io.stead.request.AccountUpdate;
import io.stead.request.ActorsQuery;
import io.stead.request.ApiKeyRequest;
import io.stead.request.Approval;
import io.stead.request.AuditQuery;
import io.stead.request.BehalfQuery;
import io.stead.request.BounceReport;
import io.stead.request.BrandRequest;
import io.stead.request.BrandUpdate;
import io.stead.request.CheckRequest;
import io.stead.request.Deactivation;
import io.stead.request.DeclineRequest;
import io.stead.request.Deletion;
import io.stead.request.Denial;
import io.stead.request.DocumentQuery;
import io.stead.request.DocumentRevocation;
import io.stead.request.DueRequest;
import io.stead.request.EngineOptions;
import io.stead.request.Erasure;
import io.stead.request.EventQuery;
import io.stead.request.ExpiryExtension;
import io.stead.request.FinishedRequest;
import io.stead.request.HandOver;
import io.stead.request.IdentityQuery;
import io.stead.request.IdentityRequest;
import io.stead.request.IdentityUpdate;
import io.stead.request.Invitation;
import io.stead.request.Invitations;
import io.stead.request.ListRequest;
import io.stead.request.MailPlanRequest;
import io.stead.request.Narrowing;
import io.stead.request.OutboxRequest;
import io.stead.request.PageRequest;
import io.stead.request.PastQuestion;
import io.stead.request.Prefill;
import io.stead.request.Reassignment;
import io.stead.request.RecipientChange;
import io.stead.request.Reminder;
import io.stead.request.ReportRequest;
import io.stead.request.Rerequest;
import io.stead.request.SecretRoll;
import io.stead.request.SendRequest;
import io.stead.request.SignRequest;
import io.stead.request.SignerFinished;
import io.stead.request.SignerVisit;
import io.stead.request.TagChange;
import io.stead.request.TeamAssignment;
import io.stead.request.TeamChange;
import io.stead.request.TeamQuery;
import io.stead.request.TeamRename;
import io.stead.request.TeamRequest;
import io.stead.request.TeamsQuery;
import io.stead.request.TrailPartRequest;
import io.stead.request.UserQuery;
import io.stead.request.UserUpdate;
import io.stead.request.VersionRead;
import io.stead.request.Visit;
import io.stead.request.WebhookRequest;
import io.stead.request.WebhookUpdate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The conformance stories told to the public Java layer; the protocol stands in tests/conformance/README.md. */
public final class ConformanceHost {
    private final Engine engine;
    private final Map<String, Session> sessions = new HashMap<>();
    private byte[] evidence;

    private ConformanceHost(Map<?, ?> open) {
        engine = Stead.open(Path.of((String) open.get("path")), EngineOptions.from(members(open, "options")),
                Base64.getDecoder().decode((String) open.get("secret")));
    }

    /**
     * Reads a message a line, answers each with a line, until the input ends.
     *
     * @param arguments none
     * @throws IOException when the pipe breaks
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ConformanceHost host = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Map<String, Object> message = Json.object(line.getBytes(StandardCharsets.UTF_8));
            Map<String, Object> answer = new LinkedHashMap<>();
            try {
                Object ok = Map.of();
                if (message.get("open") instanceof Map<?, ?> open) {
                    host = new ConformanceHost(open);
                } else if (message.containsKey("close")) {
                    host.engine.close();
                } else if (message.containsKey("clock")) {
                    host.engine.setTestClock(Instant.ofEpochMilli((Long) message.get("clock")));
                } else {
                    ok = host.answer(new Call(message));
                }
                answer.put(ok == null ? "gap" : "ok", ok == null ? "no such verb" : ok);
            } catch (SteadException e) {
                answer.put("error", errorOf(e));
            }
            out.println(Json.text(answer));
        }
    }

    /** One message. */
    private record Call(Map<String, Object> members) {
        String text(String name) {
            return (String) members.get(name);
        }

        long number(String name) {
            return (Long) members.get(name);
        }

        <R> R record(Function<Map<String, Object>, R> request) {
            return request.apply(ConformanceHost.members(members, "record"));
        }
    }

    private Object answer(Call call) {
        String verb = call.text("verb");
        return switch (verb.substring(0, verb.indexOf('.'))) {
            case "session" -> session(call);
            case "owner", "signer", "outbox", "mail", "engine", "evidence", "consistency", "operation" -> plain(engineVerb(call));
            case "document" -> plain(documentVerb(call));
            case "audit" -> plain(auditVerb(call));
            default -> plain(peopleVerb(call));
        };
    }

    private Object session(Call call) {
        String principal = call.text("principal");
        return switch (call.text("verb")) {
            case "session.trusted" -> keep(call, engine.openTrusted(call.text("id")));
            case "session.withKey" -> keep(call, engine.openWithKey(call.text("key")));
            case "session.onBehalfOf" -> keep(call, sessionOf(call).onBehalfOf(principal));
            case "session.accountWide" -> keep(call, sessionOf(call).accountWide(principal));
            case "session.authorize" -> authorize(call, principal);
            case "session.explain" -> explain(call, principal).toMap();
            default -> null;
        };
    }

    private Object peopleVerb(Call call) {
        String id = call.text("id");
        return switch (call.text("verb")) {
            case "account.create" -> engine.accounts().create(call.record(AccountRequest::from));
            case "account.get" -> engine.accounts().get(id);
            case "account.update" -> sessionOf(call).account().update(call.record(AccountUpdate::from));
            case "user.invite" -> sessionOf(call).users().invite(call.record(Invitation::from));
            case "user.accept" -> engine.invitation(call.text("token")).accept(call.record(Acceptance::from));
            case "user.inviteAll" -> sessionOf(call).users().inviteAll(call.record(Invitations::from));
            case "user.resendInvitation" -> sessionOf(call).users().resendInvitation(id);
            case "user.cancelInvitation" -> sessionOf(call).users().cancelInvitation(id);
            case "user.list" -> sessionOf(call).users().list(call.record(UserQuery::from));
            case "user.get" -> sessionOf(call).users().get(id);
            case "user.update" -> sessionOf(call).users().update(id, call.record(UserUpdate::from));
            case "user.changeTeam" -> sessionOf(call).users().changeTeam(id, call.record(TeamChange::from));
            case "user.deactivate" -> sessionOf(call).users().deactivate(id, call.record(Deactivation::from));
            case "user.reactivate" -> sessionOf(call).users().reactivate(id, call.record(VersionRead::from));
            case "team.create" -> sessionOf(call).teams().create(call.record(TeamRequest::from));
            case "team.get" -> sessionOf(call).teams().get(id);
            case "team.list" -> sessionOf(call).teams().list(call.record(TeamsQuery::from));
            case "team.rename" -> sessionOf(call).teams().rename(id, call.record(TeamRename::from));
            case "team.assign" -> sessionOf(call).teams().assign(id, call.record(TeamAssignment::from));
            case "webhook.create" -> sessionOf(call).webhooks().create(call.record(WebhookRequest::from));
            case "webhook.list" -> sessionOf(call).webhooks().list(call.record(PageRequest::from));
            case "webhook.update" -> sessionOf(call).webhooks().update(id, call.record(WebhookUpdate::from));
            case "webhook.delete" -> sessionOf(call).webhooks().delete(id);
            case "webhook.rollSecret" -> sessionOf(call).webhooks().rollSecret(id, call.record(SecretRoll::from));
            case "webhook.take" -> engine.outbox().takeWebhooks(call.record(OutboxRequest::from));
            case "report.documents" -> sessionOf(call).reports().documents(call.record(ReportRequest::from));
            case "events.list" -> sessionOf(call).events().list(call.record(EventQuery::from));
            case "apiKey.create" -> sessionOf(call).apiKeys().create(call.record(ApiKeyRequest::from));
            case "apiKey.list" -> sessionOf(call).apiKeys().list(call.record(ListRequest::from));
            case "apiKey.revoke" -> sessionOf(call).apiKeys().revoke(id);
            case "brand.create" -> brandFrom(call);
            case "brand.get" -> sessionOf(call).brands().get(id);
            case "brand.list" -> sessionOf(call).brands().list();
            case "brand.update" -> brandAfter(call);
            case "brand.delete" -> sessionOf(call).brands().delete(id);
            case "brand.makeDefault" -> sessionOf(call).brands().makeDefault(id);
            case "brand.logo" -> withBytes(
                    sessionOf(call).brands().logo(id, call.number("offset"), (int) call.number("max")));
            case "grant.listPrincipals" -> sessionOf(call).grants().principals(call.record(ListRequest::from));
            case "grant.listActors" -> sessionOf(call).grants().actors(call.record(ActorsQuery::from));
            default -> identityVerb(call, id);
        };
    }

    private Object brandFrom(Call call) {
        BrandRequest request = call.record(BrandRequest::from);
        DocumentFile[] files = files(call);
        if (files.length > 0) {
            return sessionOf(call).brands().create(request, files[0]);
        }
        try (Upload none = new Upload()) {
            return sessionOf(call).brands().create(request, none);
        }
    }

    private Object brandAfter(Call call) {
        BrandUpdate request = call.record(BrandUpdate::from);
        DocumentFile[] files = files(call);
        Brands brands = sessionOf(call).brands();
        return files.length > 0
                ? brands.update(call.text("id"), request, files[0])
                : brands.update(call.text("id"), request);
    }

    private Object identityVerb(Call call, String id) {
        return switch (call.text("verb")) {
            case "identity.create" -> sessionOf(call).identities().create(call.record(IdentityRequest::from));
            case "identity.get" -> sessionOf(call).identities().get(id);
            case "identity.list" -> sessionOf(call).identities().list(call.record(IdentityQuery::from));
            case "identity.update" -> sessionOf(call).identities().update(id, call.record(IdentityUpdate::from));
            case "identity.resend" -> sessionOf(call).identities().resend(id);
            case "identity.rerequest" -> sessionOf(call).identities().rerequest(id, call.record(Rerequest::from));
            case "identity.delete" -> sessionOf(call).identities().delete(id);
            case "identity.evidence" -> sessionOf(call).identities().evidence(id);
            default -> null;
        };
    }

    private Object engineVerb(Call call) {
        OwnerLink owner = engine.owner(call.text("token"));
        SignerLink signer = engine.signer(call.text("token"));
        return switch (call.text("verb")) {
            case "owner.look" -> owner.look();
            case "owner.approve" -> owner.approve(call.record(Approval::from));
            case "owner.deny" -> owner.deny(call.record(Denial::from));
            case "owner.narrow" -> owner.narrow(call.record(Narrowing::from));
            case "owner.revoke" -> owner.revoke(call.record(Visit::from));
            case "signer.view" -> signer.view(call.record(SignerVisit::from));
            case "signer.sign" -> signer.sign(call.record(SignRequest::from));
            case "signer.decline" -> signer.decline(call.record(DeclineRequest::from));
            case "signer.certificate" -> withBytes(signer.certificate(
                    call.number("offset"), (int) call.number("max"), call.record(SignerVisit::from)));
            case "signer.finished" -> withBytes(signer.finished(
                    call.number("offset"), (int) call.number("max"), call.record(SignerFinished::from)));
            case "signer.reassign" -> signer.reassign(call.record(Reassignment::from));
            case "signer.download" -> withBytes(signer.part((int) call.number("index"), call.number("offset"),
                    (int) call.number("max"), call.record(SignerVisit::from)));
            case "mail.plan" -> engine.outbox().plan(call.record(MailPlanRequest::from));
            case "outbox.take" -> engine.outbox().take(call.record(OutboxRequest::from));
            case "outbox.ack" -> {
                engine.outbox().ack(call.text("id"), call.number("lease"));
                yield Map.of();
            }
            case "outbox.attachment" -> withBytes(engine.outbox().attachment(call.text("id"), call.number("lease"),
                    (int) call.number("index"), call.number("offset"), (int) call.number("max")));
            case "outbox.fail" -> engine.outbox().fail(
                    call.text("id"), call.number("lease"), "the mail server refused it");
            case "outbox.bounced" -> engine.outbox().bounced(call.text("id"), call.record(BounceReport::from));
            case "outbox.deadLetters" -> engine.outbox().deadLetters(call.record(PageRequest::from));
            case "engine.check" -> engine.check(call.record(CheckRequest::from));
            case "consistency.verify" -> consistency(call);
            case "engine.runDue" -> engine.runDue(call.record(DueRequest::from));
            case "evidence.verify" -> Stead.verifyEvidence(evidence, call.text("key"));
            case "operation.list" -> new OperationTable(Stead.operations(), Map.of());
            default -> null;
        };
    }

    private Object documentVerb(Call call) {
        if (call.text("verb").equals("document.finish")) {
            return engine.documents().finish(call.text("id"), files(call)[0]);
        }
        Documents documents = sessionOf(call).documents();
        String id = call.text("id");
        return switch (call.text("verb")) {
            case "document.send" -> documents.send(call.record(SendRequest::from), files(call));
            case "document.get" -> documents.get(id);
            case "document.list" -> documents.list(call.record(DocumentQuery::from));
            case "document.teamList" -> documents.listOfTeam(call.record(TeamQuery::from));
            case "document.behalfList" -> documents.listOnBehalf(call.record(BehalfQuery::from));
            case "document.revoke" -> documents.revoke(id, call.record(DocumentRevocation::from));
            case "document.handOver" -> sessionOf(call).documents().handOver(call.record(HandOver::from));
            case "document.remind" -> documents.remind(id, call.record(Reminder::from));
            case "document.changeAccessCode" ->
                documents.changeAccessCode(id, call.record(AccessCodeChange::from));
            case "document.extendExpiry" -> documents.extendExpiry(id, call.record(ExpiryExtension::from));
            case "document.addTags" -> documents.addTags(id, call.record(TagChange::from));
            case "document.deleteTags" -> documents.deleteTags(id, call.record(TagChange::from));
            case "document.delete" -> documents.delete(id, call.record(Deletion::from));
            case "document.changeRecipient" -> documents.changeRecipient(id, call.record(RecipientChange::from));
            case "document.prefill" -> documents.prefill(id, call.record(Prefill::from));
            case "document.auditLog" -> documents.auditLog(id);
            case "document.certificate" -> withBytes(
                    documents.certificate(id, call.number("offset"), (int) call.number("max")));
            case "document.finished" -> withBytes(documents.finished(
                    id, call.record(FinishedRequest::from), call.number("offset"), (int) call.number("max")));
            case "document.download" -> withBytes(documents.part(
                    id, (int) call.number("index"), call.number("offset"), (int) call.number("max")));
            default -> null;
        };
    }

    private static Object consistency(Call call) {
        Map<?, ?> said = (Map<?, ?>) call.members().get("record");
        String older = (String) said.get("older");
        String proof = (String) said.get("proof");
        return said.get("newer") instanceof String newer
                ? Stead.verifyConsistencyOf(older, newer, proof, call.text("key"))
                : Stead.verifyConsistency(older, proof, call.text("key"));
    }

    private Object auditVerb(Call call) {
        Trail trail = engine.trail(call.text("id"));
        return switch (call.text("verb")) {
            case "audit.checkpoint" -> trail.checkpoint();
            case "audit.verify" -> (Boolean) call.members().get("deep") ? trail.verifyDeep() : trail.verify();
            case "audit.verifyPart" -> trail.verifyPart(call.record(TrailPartRequest::from));
            case "audit.proveInclusion" -> trail.proveInclusion(call.number("index"));
            case "audit.proveConsistency" -> trail.proveConsistency(call.number("from"), call.number("to"));
            case "audit.list" -> sessionOf(call).audit().list(call.record(AuditQuery::from));
            case "audit.decideAsOf" -> sessionOf(call).audit().decideAsOf(call.record(PastQuestion::from));
            case "audit.replay" -> sessionOf(call).audit().replay(call.number("index"));
            case "audit.erasePerson" -> sessionOf(call).audit().erasePerson(call.record(Erasure::from));
            case "audit.exportEvidence" -> {
                evidence = sessionOf(call).audit().exportEvidence(call.text("id"));
                yield Map.of("bytes", evidence.length);
            }
            default -> null;
        };
    }

    private Map<String, Object> authorize(Call call, String principal) {
        Decision decision;
        if (!call.text("id").isEmpty()) {
            decision = asking(call, asker -> asker.decideOnDocument(call.text("operation"), call.text("id")));
        } else if (principal.isEmpty()) {
            decision = sessionOf(call).decide(call.text("operation"));
        } else {
            decision = sessionOf(call).decide(call.text("operation"), principal);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("allowed", decision.allowed());
        if (!decision.authority().word().isEmpty()) {
            answer.put("authority", decision.authority().word());
        }
        decision.reason().ifPresent(reason -> answer.put("reason", reason));
        decision.grantId().ifPresent(grant -> answer.put("grantId", grant));
        decision.grantVersion().ifPresent(version -> answer.put("grantVersion", version));
        decision.validUntil().ifPresent(until -> answer.put("validUntil", until.toEpochMilli()));
        return answer;
    }

    private Answer explain(Call call, String principal) {
        if (!call.text("id").isEmpty()) {
            return asking(call, asker -> asker.explainOnDocument(call.text("operation"), call.text("id")));
        }
        return principal.isEmpty()
                ? sessionOf(call).explain(call.text("operation"))
                : sessionOf(call).explain(call.text("operation"), principal);
    }

    /** A question about a document names no principal: it takes a session for him. */
    private <T> T asking(Call call, Function<Session, T> question) {
        String principal = call.text("principal");
        if (principal.isEmpty()) {
            return question.apply(sessionOf(call));
        }
        try (Session asker = sessionOf(call).onBehalfOf(principal)) {
            return question.apply(asker);
        }
    }

    private Map<String, Object> keep(Call call, Session session) {
        sessions.put(call.text("as"), session);
        return Map.of();
    }

    private Session sessionOf(Call call) {
        Session session = sessions.get(call.text("session"));
        if (session == null) {
            throw new IllegalArgumentException("no session " + call.text("session"));
        }
        return session;
    }

    private static DocumentFile[] files(Call call) {
        return ((List<?>) call.members().get("upload")).stream()
                .map(file -> (Map<?, ?>) file)
                .map(file -> DocumentFile.of(
                        (String) file.get("name"), Base64.getDecoder().decode((String) file.get("base64"))))
                .toArray(DocumentFile[]::new);
    }

    private static Map<String, Object> withBytes(FilePart part) {
        Map<String, Object> answer = new LinkedHashMap<>(part.info().toMap());
        answer.put("base64", Base64.getEncoder().encodeToString(part.bytes()));
        return answer;
    }

    private static Object plain(Object answer) {
        return answer instanceof Answer record ? record.toMap() : answer;
    }

    private static Map<String, Object> errorOf(SteadException e) {
        List<Map<String, String>> fields = e.fields().stream()
                .map(field -> Map.of("field", field.field(), "message", field.message()))
                .toList();
        return Map.of("code", e.code(), "status", e.status().wireName(), "text", e.getMessage(), "fields", fields);
    }

    private static Map<String, Object> members(Map<?, ?> message, String name) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) message.get(name)).forEach((key, value) -> members.put((String) key, value));
        return members;
    }
}
