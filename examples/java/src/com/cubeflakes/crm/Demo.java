package com.cubeflakes.crm;

import io.stead.Code;
import io.stead.ConflictException;
import io.stead.Engine;
import io.stead.RefusedException;
import io.stead.Session;
import io.stead.Stead;
import io.stead.model.Account;
import io.stead.model.ApiKey;
import io.stead.model.Checkpoint;
import io.stead.model.Document;
import io.stead.model.DocumentStatus;
import io.stead.model.Grant;
import io.stead.model.Identity;
import io.stead.model.IdentityStatus;
import io.stead.model.NotificationSettings;
import io.stead.model.Operation;
import io.stead.model.OwnerAnswer;
import io.stead.model.OwnerPage;
import io.stead.model.Person;
import io.stead.model.Principal;
import io.stead.model.SentDocument;
import io.stead.model.Signed;
import io.stead.model.SignerPage;
import io.stead.model.TrailReport;
import io.stead.model.User;
import io.stead.request.Acceptance;
import io.stead.request.AccessCodeChange;
import io.stead.request.AccountRequest;
import io.stead.request.AdminPerson;
import io.stead.request.ApiKeyRequest;
import io.stead.request.Approval;
import io.stead.request.EngineOptions;
import io.stead.request.IdentityRequest;
import io.stead.request.IdentityUpdate;
import io.stead.request.Invitation;
import io.stead.request.SendRequest;
import io.stead.request.SignRequest;
import io.stead.request.SignerVisit;
import io.stead.request.Visit;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The main job of Stead from end to end, on real input: an assistant sends a contract as her director, with his
 * consent, and afterwards it can be proved who did what, for whom, by what right.
 *
 * <p>Usage: Demo STORE-FOLDER DATA-FOLDER. A second run on the same folder goes on with the same account and people.
 */
public final class Demo {
    private static final String OWNER = "luthercooper@cubeflakes.com";
    private static final String SIGNER = "david@cubeflakes.com";

    private final Folder folder;
    private final Engine engine;
    private final Folder.People people;
    private final Session hank;
    private final Session hankForLuther;

    private Demo(Folder folder, Engine engine, Folder.People people, Session hank, Session hankForLuther) {
        this.folder = folder;
        this.engine = engine;
        this.people = people;
        this.hank = hank;
        this.hankForLuther = hankForLuther;
    }

    /** Tells the story. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 2) {
            System.err.println("usage: Demo STORE-FOLDER DATA-FOLDER");
            System.exit(2);
        }
        Folder folder = new Folder(Path.of(arguments[0]), Path.of(arguments[1]));
        Folder.People people;
        try (Engine engine = open(folder)) {
            people = people(folder, engine);
            try (Session hank = logIn(engine, people.hankId()); Session hankForLuther = hank.onBehalfOf(OWNER)) {
                new Demo(folder, engine, people, hank, hankForLuther).tell();
            }
        }
        TamperedCopy.show(folder, people.accountId());
    }

    private void tell() throws IOException, InterruptedException {
        String consentLink = askForConsent();
        refusedWhilePending();
        String revokeLink = approveNarrowed(consentLink);
        updateIdentity();
        String agreement = sendOnBehalf();
        signAndComplete();
        sendAsOneself();
        scheduleAndRevoke(revokeLink);
        prove(agreement);
        verifyTrail();
    }

    private static Engine open(Folder folder) throws IOException {
        Tell.step("A host opens its store: one SQLite file and 32 secret bytes.", "Stead.open(path, options, secret)");
        EngineOptions options = EngineOptions.of()
                .productName("Cubeflakes CRM")
                .publicUrl("https://crm.cubeflakes.com")
                .mailFrom("contracts@cubeflakes.com")
                .logOrigin("crm.cubeflakes.com/log");
        return Stead.open(folder.store(), options, folder.secret());
    }

    private static Folder.People people(Folder folder, Engine engine) throws IOException {
        var known = folder.people();
        if (known.isPresent()) {
            Tell.step("The store knows its account and people from an earlier run.", "");
            return known.get();
        }
        Tell.step("An account is made, and its people are invited (seed 004) and accept by the link of their mail.",
                "engine.accounts().create, session.users().invite, engine.invitation(secret).accept");
        Account account = engine.accounts().create(
                AccountRequest.of("Cubeflakes", AdminPerson.of("Contracts Office", "contracts@cubeflakes.com")));
        Tell.say("Account %s has the number %d.", account.name(), account.number());
        String officeId = account.adminUserId().orElseThrow();
        try (Session admin = engine.openTrusted(officeId)) {
            List<?> invited = (List<?>) folder.request("users-invite.seed-004.json").get("users");
            invite(engine, admin, (Map<?, ?>) invited.get(0), "Luther Cooper");
            User hank = invite(engine, admin, (Map<?, ?>) invited.get(1), "Hank White");
            var people = new Folder.People(account.id(), officeId, hank.id());
            folder.remember(people);
            return people;
        }
    }

    private static User invite(Engine engine, Session admin, Map<?, ?> seed, String name) {
        Map<String, Object> members = new LinkedHashMap<>();
        seed.forEach((member, value) -> members.put((String) member, value));
        admin.users().invite(Invitation.from(members));
        String secret = Post.deliver(engine).secret("user.invited.invitee");
        User user = engine.invitation(secret).accept(Acceptance.of(name));
        Tell.say("%s <%s> accepted the invitation and is %s.", name, user.email(), user.role().word());
        return user;
    }

    private static Session logIn(Engine engine, String userId) {
        Tell.step("Hank gets an API key, shown once, and his program logs in with it.",
                "session.apiKeys().create, engine.openWithKey");
        try (Session trusted = engine.openTrusted(userId)) {
            ApiKey key = trusted.apiKeys().create(ApiKeyRequest.of("contract robot"));
            return engine.openWithKey(key.key().orElseThrow());
        }
    }

    private String askForConsent() throws IOException {
        Tell.step("Hank asks Luther Cooper to let him act in his name (seed 000).",
                "session.identities().create, engine.outbox().take");
        Identity identity = ask(IdentityRequest.from(folder.request("identity-create.seed-000.json")));
        Tell.expect(identity.status() == IdentityStatus.PENDING, "the identity waits for its owner");
        Tell.say("The identity %s is %s.", identity.id(), identity.status().word());
        return Post.deliver(engine, "identity.asked.owner").secret("identity.asked.owner");
    }

    private Identity ask(IdentityRequest request) {
        try {
            return hank.identities().create(request);
        } catch (ConflictException e) {
            Tell.expect(e.is(Code.IDENTITY_EXISTS), "Hank has asked before");
            Tell.say("He has asked in an earlier run; his consent was revoked since, so Hank asks again: "
                    + "identities().rerequest.");
            return hank.identities().rerequest(OWNER);
        }
    }

    /** The agreement of the seeds. */
    private SendRequest agreement() throws IOException {
        return SendRequest.from(folder.request("send-on-behalf.seed-001.json"));
    }

    private void refusedWhilePending() throws IOException {
        Tell.step("Without waiting, Hank sends the agreement as Luther (seed 001). Luther has not answered yet.",
                "session.onBehalfOf(luther).documents().send");
        SendRequest agreement = agreement();
        RefusedException refusal =
                refused(() -> hankForLuther.documents().send(agreement, folder.agreement()), "the send is refused");
        Tell.expect(refusal.is(Code.CONSENT_PENDING), "the reason is consentPending");
    }

    /** Does what must be refused, and shows the refusal. */
    private static RefusedException refused(Runnable act, String claim) {
        try {
            act.run();
        } catch (RefusedException refusal) {
            Tell.refused(refusal);
            return refusal;
        }
        throw new IllegalStateException("The demo expected that " + claim + ", and it is not so.");
    }

    private String approveNarrowed(String consentLink) {
        Tell.step("Luther opens the link, reads the text, and agrees to some acts only, for 90 days.",
                "engine.owner(secret).look, engine.owner(secret).approve");
        OwnerPage page = engine.owner(consentLink).look();
        Tell.say("He is asked for %d kinds of acts.", page.operations().size());
        OwnerAnswer answer = engine.owner(consentLink).approve(Approval.of(page.textHash())
                .operations(Operation.DOCUMENT_SEND, Operation.DOCUMENT_REMIND, Operation.DOCUMENT_REVOKE,
                        Operation.DOCUMENT_AUDIT_LOG)
                .until(Instant.now().plus(Duration.ofDays(90)))
                .ip("192.0.2.7")
                .userAgent("demo"));
        Grant grant = answer.grant().orElseThrow();
        Tell.expect(answer.status() == IdentityStatus.VERIFIED && grant.operations().size() == 4,
                "the grant holds what Luther agreed to");
        Tell.good("The identity is %s; the grant allows %d kinds of acts.", answer.status().word(),
                grant.operations().size());
        return Post.deliver(engine).secret("identity.approved.owner");
    }

    private void updateIdentity() throws IOException {
        Tell.step("Hank updates the identity: two of twelve settings, one metadata key (seed 003). The rest stays.",
                "session.identities().update");
        NotificationSettings before = hank.identities().get(OWNER).notificationSettings();
        Identity identity = hank.identities().update(OWNER,
                IdentityUpdate.from(folder.request("identity-update.seed-003.json")));
        NotificationSettings after = identity.notificationSettings();
        Tell.expect(after.completed() == before.completed(), "a setting that is not named stays");
        Tell.say("sent: %s (was off)   viewed: %s (was on)   completed: %s (not named, stays)   AccountPlan: %s",
                onOff(after.sent()), onOff(after.viewed()), onOff(after.completed()),
                identity.metaData().get("AccountPlan"));
        Tell.say("A change of a Verified identity is told to its owner:");
        Post.deliver(engine);
    }

    private static String onOff(boolean setting) {
        return setting ? "on" : "off";
    }

    private String sendOnBehalf() throws IOException {
        Tell.step("Now the same send is allowed: a three-page PDF leaves in Luther's name.",
                "session.onBehalfOf(luther).documents().send");
        SentDocument sent = hankForLuther.documents().send(agreement(), folder.agreement());
        Principal principal = sent.principal().orElseThrow();
        Tell.expect(principal.email().equals(OWNER), "it leaves in Luther's name");
        Tell.good("Document %s is %s.", sent.id(), sent.status().word());
        Tell.say("actor %s   for %s   authority %s   grant version %d", sent.actorId(), principal.email(),
                sent.authority().word(), sent.grantVersion().getAsLong());

        Tell.step("What Luther did not agree to stays refused: a new access code.",
                "session.onBehalfOf(luther).documents().changeAccessCode");
        AccessCodeChange change = AccessCodeChange.of("4711").signerEmail(SIGNER);
        RefusedException refusal = refused(() -> hankForLuther.documents().changeAccessCode(sent.id(), change),
                "an act outside the grant is refused");
        Tell.expect(refusal.is(Code.OPERATION_NOT_GRANTED), "the reason is operationNotGranted");
        return sent.id();
    }

    private void signAndComplete() {
        Tell.step("Who is told: David is asked to sign; he sees Luther as the sender, and answers go to Luther.",
                "engine.outbox().take");
        String link = Post.deliver(engine, "document.request.signer").secret("document.request.signer");

        Tell.step("David opens the document and signs; it is complete, and everybody concerned hears of it.",
                "engine.signer(secret).view, engine.signer(secret).sign");
        SignerPage page = engine.signer(link).view(SignerVisit.of());
        Tell.say("He reads \"%s\" from %s.", page.title(), page.behalfOf().map(Person::name).orElseThrow());
        Signed signed = engine.signer(link).sign(SignRequest.of().value("sign", "David").ip("198.51.100.4"));
        Tell.expect(signed.status() == DocumentStatus.COMPLETED, "the last signature completes the document");
        Tell.good("The document is %s.", signed.status().word());
        Post.deliver(engine, "document.completed.owner");
    }

    private void sendAsOneself() throws IOException {
        Tell.step("Hank may also send as himself (seed 002); the two kinds stand in two lists.",
                "session.documents().send, .list, .listOnBehalf");
        SentDocument sent = hank.documents().send(
                SendRequest.from(folder.request("send-as-oneself.seed-002.json")), folder.agreement());
        Tell.expect(sent.principal().isEmpty(), "it leaves in his own name");
        Tell.say("As himself: %d. For others: %d.", hank.documents().list().total(),
                hank.documents().listOnBehalf().total());
        Post.deliver(engine);
    }

    private void scheduleAndRevoke(String revokeLink) throws IOException, InterruptedException {
        Tell.step("Hank schedules one more send for later.", "documents().send with scheduledSendAt");
        Instant moment = Instant.now().plusSeconds(2);
        SentDocument waiting =
                hankForLuther.documents().send(agreement().scheduledSendAt(moment), folder.agreement());
        Tell.say("Document %s is %s.", waiting.id(), waiting.status().word());

        Tell.step("A second process asks all the time whether Hank may send as Luther. Luther revokes by his lasting "
                + "link.", "session.decide in the other process, engine.owner(secret).revoke here");
        Process watcher = program(Watcher.class, folder.store().toString(), folder.secretFile().toString(),
                people.hankId(), OWNER).start();
        try (BufferedReader said = watcher.inputReader()) {
            Tell.expect("ready".equals(said.readLine()), "the second process is allowed at first");
            OwnerAnswer answer = engine.owner(revokeLink).revoke(Visit.of());
            Tell.say("The identity is %s.", answer.status().word());
            String last = said.readLine();
            Tell.expect(watcher.waitFor() == 0 && last != null, "the second process sees the revocation");
            Tell.good("%s", last);
        }

        Tell.step("The moment of the scheduled send comes. What leaves in somebody's name is decided again then.",
                "engine.runDue");
        while (!Instant.now().isAfter(moment)) {
            Thread.sleep(50);
        }
        engine.runDue();
        Document document = hank.documents().get(waiting.id());
        Tell.expect(document.status() == DocumentStatus.REVOKED, "the scheduled send did not leave");
        Tell.good("It is %s: %s", document.status().word(), document.endMessage().orElseThrow());
        Post.deliver(engine);
    }

    /** Another program of this demo, in a JVM of its own that prints to where this one prints its errors. */
    private static ProcessBuilder program(Class<?> main, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), main.getName()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private void prove(String documentId) throws IOException, InterruptedException {
        Tell.step("Who did what, for whom, by what right: the office exports the evidence of the completed document,",
                "session.audit().exportEvidence, engine.trail(account).checkpoint");
        Checkpoint checkpoint = engine.trail(people.accountId()).checkpoint();
        Tell.say("The log holds %d entries; its signed head:", checkpoint.size());
        checkpoint.checkpoint().lines().filter(line -> !line.isEmpty()).forEach(line -> Tell.say("  %s", line));
        Path evidence = folder.home().resolve("evidence.json");
        Path vkey = folder.home().resolve("log.vkey");
        try (Session office = engine.openTrusted(people.officeId())) {
            Files.write(evidence, office.audit().exportEvidence(documentId));
        }
        Files.writeString(vkey, checkpoint.vkey());

        Tell.step("and checked by a separate small program that has only the file and the log's public key.",
                "Stead.verifyEvidence in VerifyEvidence");
        Process verifier = program(VerifyEvidence.class, evidence.toString(), vkey.toString()).inheritIO().start();
        Tell.expect(verifier.waitFor() == 0, "the evidence verifies");
    }

    private void verifyTrail() {
        Tell.step("The whole trail is verified.", "engine.trail(account).verify");
        TrailReport report = engine.trail(people.accountId()).verify();
        Tell.expect(report.ok(), "the trail verifies");
        Tell.good("OK: %d entries fit their hashes and the head.", report.size());
    }
}
