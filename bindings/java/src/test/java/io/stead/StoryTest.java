package io.stead;

import static io.stead.World.DAVID;
import static io.stead.World.LUTHER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stead.model.*;
import io.stead.request.*;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the public layer offers, told as a host would use it. */
class StoryTest {
    @TempDir
    Path folder;

    private World world;
    private Session hank;

    @BeforeEach
    void open() {
        world = new World(folder);
        hank = world.hank;
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void askedApprovedNarrowedRevoked() {
        Identity asked = hank.identities().create(IdentityRequest.of("Luther Cooper", LUTHER)
                .operations(Operation.DOCUMENT_SEND, Operation.DOCUMENT_REMIND)
                .until(Instant.now().plus(Duration.ofDays(90)))
                .metaData("plan", "gold"));
        assertEquals(IdentityStatus.PENDING, asked.status());
        assertEquals(Map.of("plan", "gold"), asked.metaData());
        assertTrue(hank.decide("document.send", LUTHER).refusedFor(Code.CONSENT_PENDING));
        assertEquals("identity.resend", hank.decide("document.send", LUTHER).remedy().orElseThrow());

        hank.identities().resend(LUTHER);
        OwnerLink owner = world.engine.owner(world.tokenFor(LUTHER));
        OwnerPage page = owner.look();
        assertEquals(LinkKind.CONSENT, page.kind());
        OwnerAnswer approved = owner.approve(Approval.of(page.textHash()).ip("192.0.2.7").userAgent("test"));
        assertEquals(IdentityStatus.VERIFIED, approved.status());

        Decision decision = hank.decide("document.send", LUTHER);
        assertTrue(decision.allowed());
        assertEquals(Authority.GRANT, decision.authority());
        assertEquals(approved.grant().orElseThrow().id(), decision.grantId().orElseThrow());
        assertEquals(1, decision.grantVersion().orElseThrow());
        assertEquals(asked.until(), decision.validUntil());
        assertTrue(hank.may("document.send", LUTHER));
        assertFalse(hank.may("document.revoke", LUTHER));

        OwnerLink lasting = world.engine.owner(world.tokenFor(LUTHER));
        lasting.narrow(Narrowing.of().operations(Operation.DOCUMENT_SEND));
        assertFalse(hank.may("document.remind", LUTHER));
        assertEquals(IdentityStatus.REVOKED, lasting.revoke(Visit.of()).status());
        assertTrue(hank.decide("document.send", LUTHER).refusedFor(Code.CONSENT_REVOKED));

        hank.identities().rerequest(LUTHER);
        world.engine.owner(world.tokenFor(LUTHER)).deny(Denial.of().neverAskAgain(true));
        assertThrows(RefusedException.class,
                () -> hank.identities().rerequest(LUTHER, Rerequest.of().operations(Operation.DOCUMENT_SEND)));
        ConsentEvidence evidence = hank.identities().evidence(LUTHER);
        assertEquals(List.of(ConsentAnswer.SUPERSEDED, ConsentAnswer.APPROVED, ConsentAnswer.DENIED),
                evidence.rounds().stream().map(round -> round.answer().orElseThrow()).toList());
        assertEquals(asked.id(), hank.identities().delete(LUTHER).id());
        assertEquals(0, hank.identities().list().total());
    }

    @Test
    void sentOnBehalfSignedAndProved() throws IOException {
        world.consent();
        byte[] pdf = Files.readAllBytes(World.AGREEMENT);
        try (Session luther = hank.onBehalfOf(LUTHER)) {
            assertEquals(LUTHER, luther.principal().orElseThrow());
            assertEquals(hank.userId(), luther.userId());
            assertEquals(world.account.id(), luther.accountId());
            SentDocument sent = luther.documents().send(
                    SendRequest.of("Service agreement", World.david()
                            .authenticationType(AuthenticationType.ACCESS_CODE).authenticationCode("0815")),
                    DocumentFile.of(World.AGREEMENT));
            assertEquals(Authority.GRANT, sent.authority());
            assertEquals("Luther Cooper", sent.principal().orElseThrow().name());

            Download download = luther.documents().download(sent.id(), 0);
            assertEquals(FileType.PDF, download.info().type());
            assertArrayEquals(pdf, download.readAllBytes());
            assertEquals(-1, download.read());
            FilePart part = luther.documents().part(sent.id(), 0, 5, 3);
            assertArrayEquals(Arrays.copyOfRange(pdf, 5, 8), part.bytes());

            assertEquals(1, luther.documents().remind(sent.id()).reminded().size());
            luther.documents().changeAccessCode(sent.id(), AccessCodeChange.of("4711").signerEmail(DAVID));
            assertTrue(luther.decideOnDocument("document.revoke", sent.id()).allowed());
            assertTrue(hank.decideOnDocument("document.revoke", sent.id()).refusedFor(Code.PRINCIPAL_REQUIRED));
            assertTrue(luther.explainOnDocument("document.revoke", sent.id()).allowed());

            String token = world.tokenFor(DAVID);
            SignerLink david = world.engine.signer(token);
            RefusedException wrong = assertThrows(
                    RefusedException.class, () -> david.view(SignerVisit.of().accessCode("0815")));
            assertTrue(wrong.is(Code.ACCESS_CODE_WRONG));
            SignerVisit visit = SignerVisit.of().accessCode("4711");
            SignerPage page = david.view(visit);
            assertTrue(page.yourTurn());
            assertEquals(600.5, page.signer().fields().orElseThrow().get(0).bounds().y());
            assertArrayEquals(pdf, david.download(0, visit).readAllBytes());
            Signed signed = david.sign(SignRequest.of().value("sign", "David").accessCode("4711"));
            assertEquals(DocumentStatus.COMPLETED, signed.status());

            DocumentHistory history = luther.documents().auditLog(sent.id());
            assertTrue(history.checkpoint().contains("/" + world.account.id()));
            byte[] evidence = luther.audit().exportEvidence(sent.id());
            String vkey = world.engine.trail(world.account.id()).checkpoint().vkey();
            assertTrue(Stead.verifyEvidence(evidence, vkey).ok());
        }
        assertEquals(1, hank.documents().listOnBehalf().total());
        assertEquals(DAVID, hank.documents().streamOnBehalf().findFirst().orElseThrow().signers().get(0).email());
    }

    @Test
    void brandsAreFrozenIntoWhatIsSent() throws IOException {
        byte[] logo = "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\"/></svg>".getBytes();
        Brands brands = hank.brands();
        Brand made = brands.create(
                BrandRequest.of("Cubeflakes").buttonColor("navy")
                        .documentExpirySettings(BrandExpirySettings.of().expiryDateType(SpanUnit.DAYS).expiryValue(7))
                        .signatureFrameSettings(SignatureFrameSettings.of().enableSignatureFrame(true)),
                DocumentFile.of("logo.svg", logo));
        assertEquals(FileType.SVG, made.logo().type());
        assertEquals(SignedDocumentMail.ATTACHMENT, made.emailSignedDocument());
        assertArrayEquals(logo, brands.logo(made.id(), 0, 4096).bytes());
        assertTrue(brands.makeDefault(made.id()).isDefault());
        SentDocument sent = hank.documents().send(World.agreement(), DocumentFile.of(World.AGREEMENT));
        assertEquals("red", brands.update(made.id(), BrandUpdate.of().buttonColor("red")).buttonColor().orElseThrow());
        brands.update(made.id(), BrandUpdate.of(), DocumentFile.of(World.ROOT.resolve("tests/data/sample.png")));
        assertEquals(FileType.PNG, brands.get(made.id()).logo().type());
        Look look = hank.documents().get(sent.id()).brand().orElseThrow();
        assertEquals("navy", look.buttonColor().orElseThrow());
        assertThrows(ConflictException.class, () -> brands.delete(made.id()));
        hank.documents().revoke(sent.id(), DocumentRevocation.of("Another look"));
        assertEquals(made.id(), brands.delete(made.id()).id());
        assertEquals(List.of(), brands.list().items());
    }

    @Test
    void whatRemainsOfADocument() throws IOException {
        world.consent();
        hank.identities().update(LUTHER, IdentityUpdate.of()
                .notificationSettings(NotificationChange.of().attachSignedDocument(true)));
        try (Session luther = hank.onBehalfOf(LUTHER)) {
            SentDocument sent = luther.documents().send(World.agreement(), DocumentFile.of(World.AGREEMENT));
            SignerLink david = world.engine.signer(world.tokenFor(DAVID));
            assertThrows(RefusedException.class, () -> luther.documents().certificate(sent.id(), 0, 9));
            david.sign(SignRequest.of().value("sign", "David"));

            byte[] certificate = luther.documents().certificate(sent.id()).readAllBytes();
            FilePart again = david.certificate(0, certificate.length, SignerVisit.of());
            assertArrayEquals(certificate, again.bytes());
            assertEquals(certificate.length, again.info().size());
            byte[] finished = luther.documents().finished(sent.id(), FinishedRequest.of()).readAllBytes();
            assertArrayEquals(finished, david.finished(0, finished.length, SignerFinished.of()).bytes());
            FinishedRequest apart = FinishedRequest.of().format(FinishedFormat.INDIVIDUALLY);
            assertEquals(FileType.ZIP, luther.documents().finished(sent.id(), apart, 0, 9).info().type());

            OutboxMessage mail = world.engine.outbox().take(OutboxRequest.of().max(100)).items().stream()
                    .filter(one -> one.attach().orElse(false)).findFirst().orElseThrow();
            assertArrayEquals(finished,
                    world.engine.outbox().attachment(mail.id(), mail.lease(), 0, 0, finished.length).bytes());

            FinishedDocument handed = world.engine.documents().finish(sent.id(), DocumentFile.of(World.AGREEMENT));
            assertEquals(Files.size(World.AGREEMENT), handed.file().size());
        }
    }

    @Test
    void sentAsOneselfAndCalledBack() throws IOException {
        byte[] pdf = Files.readAllBytes(World.AGREEMENT);
        SentDocument first = hank.documents().send(World.agreement().labels("nda").cc(
                CopyRequest.of("legal@cubeflakes.com")), DocumentFile.of("NDA.pdf", pdf));
        assertEquals(Authority.SELF, first.authority());
        assertTrue(first.principal().isEmpty());
        assertTrue(first.toJson().contains("\"principal\":null"), first.toJson());
        SentDocument second = hank.documents().send(
                World.agreement(), DocumentFile.of("NDA.pdf", new ByteArrayInputStream(pdf)));
        RevokedDocument revoked = hank.documents().revoke(second.id(), DocumentRevocation.of("Wrong year"));
        assertEquals(DocumentStatus.REVOKED, revoked.status());
        Document document = hank.documents().get(second.id());
        assertEquals("Wrong year", document.endMessage().orElseThrow());
        assertEquals(2, hank.documents().list().total());
        assertEquals(List.of(first.id()), hank.documents()
                .stream(DocumentQuery.of().status(DocumentStatus.IN_PROGRESS)).map(DocumentRow::id).toList());
        assertEquals(2, hank.documents().stream().count());
        world.engine.signer(world.tokenFor(DAVID)).decline(DeclineRequest.of("No, thank you"));
        assertEquals(DocumentStatus.DECLINED, hank.documents().get(first.id()).status());
    }

    @Test
    void listsPageByThemselves() {
        for (int i = 0; i < 23; i++) {
            hank.identities().create(IdentityRequest.of("Desk " + i, "desk" + i + "@cubeflakes.com"));
        }
        Page<Identity> page = hank.identities().list(IdentityQuery.of().pageSize(10).page(2));
        assertEquals("Desk 12", page.items().get(0).name());
        assertEquals(23, hank.identities().stream().map(Identity::name).collect(Collectors.toSet()).size());
        assertEquals(13, hank.identities().stream(IdentityQuery.of().pageSize(4).page(1)).skip(10).count());
        assertEquals(13, hank.identities().stream(IdentityQuery.of().pageSize(10).page(2)).count());
        assertEquals(23, hank.grants().streamPrincipals().count());
        assertEquals(23, hank.grants().principals().total());
        assertEquals(0, hank.grants().streamActors(ActorsQuery.of().all(true)).count());
        assertEquals(0, hank.grants().actors().total());
        long entries = world.engine.trail(world.account.id()).checkpoint().size();
        List<Long> indexes = hank.audit().stream(AuditQuery.of().pageSize(5)).map(AuditItem::index).toList();
        assertEquals(java.util.stream.LongStream.range(0, entries).boxed().toList(), indexes);
        AuditEntry first = hank.audit().list(AuditQuery.of().from(0)).items().get(0).entry();
        assertEquals("account.create", first.operation());
        assertEquals(ActorKind.HOST, first.actor().kind());
        assertEquals(Map.of(), first.unknown());
    }

    @Test
    void peopleOfTheAccount() {
        hank.account().update(AccountUpdate.of().accountWide(true));
        assertTrue(world.engine.accounts().get(world.account.id()).accountWide());
        Team team = hank.teams().create(TeamRequest.of("Legal"));
        User invited = hank.users().invite(
                Invitation.of("alexgayle@cubeflakes.com").role(Role.MEMBER).teamId(team.id()));
        assertEquals(UserStatus.INVITATION_PENDING, invited.status());
        User alex = world.engine.invitation(world.tokenFor(invited.email())).accept(Acceptance.of("Alex Gayle"));
        assertEquals("Alex Gayle", alex.name());
        hank.users().update(alex.id(), UserUpdate.of().metaData("desk", "4").metaData(Map.of("floor", "2")));
        assertEquals(Map.of("floor", "2"), hank.users().get(alex.id()).metaData());
        assertTrue(hank.teams().assign(alex.id(), TeamAssignment.of(null)).teamId().isEmpty());
        hank.users().update(hank.userId(), UserUpdate.of().apiAccountWideAccess(true).allowSendOnBehalfOf(true));
        try (Session wide = hank.accountWide(alex.id())) {
            assertEquals(Authority.ACCOUNT_WIDE, wide.decide("document.send").authority());
        }
        assertEquals(UserStatus.DEACTIVATED, hank.users().deactivate(alex.id()).status());
        assertEquals(UserStatus.ACTIVE, hank.users().reactivate(alex.id()).status());
        assertThrows(ConflictException.class, () -> hank.users().deactivate(alex.id(), Deactivation.of().version(1)));
    }

    @Test
    void aMoveIsMadeAsItWasShown() throws IOException {
        Team legal = hank.teams().create(TeamRequest.of("Legal"));
        Team sales = hank.teams().create(TeamRequest.of("Sales"));
        List<User> invited = hank.users().inviteAll(Invitations.of(
                Invitation.of("alexgayle@cubeflakes.com").teamId(sales.id()), Invitation.of("david@cubeflakes.com")))
                .users();
        User alex = world.engine.invitation(world.tokenFor("alexgayle@cubeflakes.com"))
                .accept(Acceptance.of("Alex Gayle"));
        assertEquals(2, hank.users().resendInvitation(invited.get(1).id()).version());
        assertEquals(invited.get(1).id(), hank.users().cancelInvitation(invited.get(1).id()).id());
        assertEquals(2, hank.users().stream(UserQuery.of().pageSize(1)).count());
        assertEquals(1, hank.users().list(UserQuery.of().userIds(alex.id()).search("gayle")).total());

        TeamChange change = TeamChange.of(legal.id()).transferDocumentsToUserId(hank.userId());
        ChangePlan shown = hank.users().changeTeam(alex.id(), change.dryRun(true)).plan().orElseThrow();
        assertFalse(shown.applied());
        hank.users().update(alex.id(), UserUpdate.of().metaData("desk", "4"));
        ConflictException stale = assertThrows(ConflictException.class,
                () -> hank.users().changeTeam(alex.id(), change.planId(shown.id())));
        assertEquals("planChanged", stale.code());
        User moved = hank.users().changeTeam(alex.id(), change);
        assertEquals(Optional.of("Legal"), moved.teamName());
        assertTrue(moved.plan().orElseThrow().applied());
        assertEquals(0, moved.plan().orElseThrow().counts().documentHandedOver());

        assertEquals(alex.id(), hank.teams().get(legal.id()).members().get(0).id());
        assertEquals("Law", hank.teams().rename(legal.id(), TeamRename.of("Law").version(1)).name());
        assertEquals(List.of("Sales", "Law"), hank.teams().stream(TeamsQuery.of()).map(Team::name).toList());
        assertThrows(NotFoundException.class,
                () -> hank.documents().handOver(HandOver.of(hank.userId(), legal.id()).dryRun(true)));
        DocumentFile file = DocumentFile.of("NDA.pdf", Files.readAllBytes(World.AGREEMENT));
        String sent = hank.documents().send(World.agreement(), file).id();
        HandedOver given = hank.documents().handOver(HandOver.of(alex.id(), sent));
        assertEquals(List.of(sent), given.documents().stream().map(HandedOverDocument::id).toList());
        assertEquals(Effect.DOCUMENT_HANDED_OVER, given.plan().effects().get(0).kind());
    }

    @Test
    void keysAreShownOnce() {
        ApiKey made = hank.apiKeys().create(ApiKeyRequest.of("nightly job"));
        String key = made.key().orElseThrow();
        assertFalse(made.toString().contains(key));
        try (Session job = world.engine.openWithKey(key)) {
            assertTrue(job.may("document.send"));
            assertEquals(1, job.apiKeys().stream().count());
            assertTrue(job.apiKeys().list().items().get(0).key().isEmpty());
            hank.apiKeys().revoke(made.id());
            assertTrue(job.decide("document.send").refusedFor(Code.ACTOR_INACTIVE));
        }
        UnauthenticatedException bad =
                assertThrows(UnauthenticatedException.class, () -> world.engine.openWithKey(key));
        assertFalse(bad.toString().contains(key));
    }

    @Test
    void manyQuestionsAtOnce() {
        world.consent();
        List<Decision> decisions = hank.decideAll(List.of(
                Question.of("document.send"), Question.of("document.send", LUTHER),
                Question.of("document.send", DAVID), Question.of("no.such")));
        assertEquals(List.of("self", "grant", "", ""), decisions.stream().map(d -> d.authority().word()).toList());
        assertTrue(decisions.get(2).refusedFor(Code.NO_IDENTITY));
        assertTrue(decisions.get(3).refusedFor(Code.UNKNOWN_OPERATION));
        assertThrows(InvalidException.class, () -> hank.decideAll(List.of(Question.of("document.send", "Luther"))));
        Explanation words = hank.explain("document.send", DAVID);
        assertEquals(Authority.NONE, words.authority());
        assertEquals("noIdentity", words.reason().orElseThrow());
        assertTrue(hank.explain("document.send").allowed());
    }

    @Test
    void dueWorkAndFailedDeliveries() throws IOException {
        hank.documents().send(World.agreement().scheduledSendAt(Instant.now().plus(Duration.ofDays(1))),
                DocumentFile.of(World.AGREEMENT));
        DueWork due = world.engine.runDue();
        assertEquals(0, due.scheduledSent());
        assertTrue(due.nextDueAt().isPresent());
        assertFalse(world.engine.runDue(DueRequest.of().maxSteps(1)).more());

        hank.identities().create(IdentityRequest.of("Luther Cooper", LUTHER));
        OutboxMessage mail = world.engine.outbox().take().items().get(0);
        assertEquals("identity.asked.owner", mail.kind());
        assertFalse(mail.toString().contains(mail.link().orElseThrow()));
        FailedDelivery failed = world.engine.outbox().fail(mail, "mailbox full");
        assertFalse(failed.dead());
        assertTrue(failed.nextAttemptAt().orElseThrow().isAfter(mail.createdAt()));
        assertThrows(NotFoundException.class, () -> world.engine.outbox().ack(mail));
        assertEquals(0, world.engine.outbox().streamDeadLetters().count());
        assertEquals(0, world.engine.outbox().deadLetters().total());
    }

    @Test
    void theTrailProvesItself() {
        world.consent();
        Trail trail = world.engine.trail(world.account.id());
        Checkpoint head = trail.checkpoint();
        assertTrue(trail.verify().ok());
        TrailReport deep = trail.verifyDeep();
        assertTrue(deep.ok() && deep.deep());
        assertEquals(head.size(), deep.size());
        assertTrue(trail.proveInclusion(0).proof().startsWith("c2sp.org/tlog-proof"));
        assertFalse(trail.proveConsistency(1, head.size()).hashes().isEmpty());
        assertThrows(NotFoundException.class, () -> trail.proveInclusion(head.size()));
        assertTrue(hank.audit().erasePerson(Erasure.of(LUTHER)).erased() > 0);
        assertTrue(Stead.operations().stream().anyMatch(rule -> rule.name().equals("document.send")
                && rule.delegable() && rule.documentRule() == DocumentRule.NONE));
        assertThrows(InvalidException.class, () -> Stead.verifyEvidence("{}".getBytes(), head.vkey()));
    }
}
