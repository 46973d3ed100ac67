package io.stead;

import static io.stead.World.DAVID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stead.model.Bounce;
import io.stead.model.DeletedDocument;
import io.stead.model.DocumentStatus;
import io.stead.model.ExtendedExpiry;
import io.stead.model.FieldType;
import io.stead.model.OutboxMessage;
import io.stead.model.SentDocument;
import io.stead.model.Signer;
import io.stead.request.BounceReport;
import io.stead.request.Deletion;
import io.stead.request.DocumentQuery;
import io.stead.request.DocumentRevocation;
import io.stead.request.DocumentView;
import io.stead.request.ExpiryExtension;
import io.stead.request.FieldBounds;
import io.stead.request.FormField;
import io.stead.request.OutboxRequest;
import io.stead.request.Prefill;
import io.stead.request.Reassignment;
import io.stead.request.RecipientChange;
import io.stead.request.SendRequest;
import io.stead.request.SignerRequest;
import io.stead.request.TagChange;
import io.stead.request.TeamQuery;
import io.stead.request.TransmitType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a document meets between its sending and its end. */
class DocumentLifeTest {
    private static final String ALEX = "alexgayle@cubeflakes.com";

    @TempDir
    Path folder;

    private World world;
    private Documents documents;
    private SentDocument sent;

    @BeforeEach
    void send() {
        world = new World(folder);
        documents = world.hank.documents();
        SignerRequest david = SignerRequest.of("David", DAVID)
                .formFields(FormField.of(FieldType.TEXT_BOX, 1, FieldBounds.of(50, 50, 120, 40)).id("price"));
        sent = documents.send(SendRequest.of("Lease", david), DocumentFile.of(World.AGREEMENT));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void extendedTaggedListedDeleted() {
        Instant later = documents.get(sent.id()).expiresAt().orElseThrow().plus(Duration.ofDays(1));
        ExtendedExpiry extended = documents.extendExpiry(sent.id(), ExpiryExtension.of(later));
        assertEquals(later, extended.expiresAt());
        assertEquals(DocumentStatus.IN_PROGRESS, extended.status());

        assertEquals(List.of("renewal", "2026"), documents.addTags(sent.id(), TagChange.of("renewal", "2026")).labels());
        assertEquals(List.of("2026"), documents.deleteTags(sent.id(), TagChange.of("renewal")).labels());
        TeamQuery team = TeamQuery.of().transmitType(TransmitType.SENT).labels("2026").startAt(Instant.EPOCH.plusMillis(1));
        assertEquals(sent.id(), documents.listOfTeam(team).items().get(0).id());
        assertEquals(1, documents.streamOfTeam(team).count());
        assertEquals(1, documents.list(
                DocumentQuery.of().status(DocumentView.WAITING_FOR_OTHERS, DocumentStatus.COMPLETED)).total());

        assertThrows(RefusedException.class, () -> documents.delete(sent.id(), Deletion.of()));
        documents.revoke(sent.id(), DocumentRevocation.of("Sold."));
        DeletedDocument trashed = documents.delete(sent.id(), Deletion.of());
        assertFalse(trashed.permanently());
        assertTrue(trashed.goneAt().isPresent());
        assertTrue(documents.get(sent.id()).isDeleted());
        assertTrue(documents.delete(sent.id(), Deletion.of().deletePermanently(true)).permanently());
        assertThrows(NotFoundException.class, () -> documents.get(sent.id()));
    }

    @Test
    void missedReplacedReassigned() {
        OutboxMessage request = world.engine.outbox().take(OutboxRequest.of().max(100)).items().stream()
                .filter(mail -> mail.to().email().equals(DAVID)).findFirst().orElseThrow();
        world.engine.outbox().ack(request);
        Bounce bounce = world.engine.outbox().bounced(request.id(), BounceReport.of().reason("no such mailbox"));
        assertEquals(sent.id(), bounce.documentId().orElseThrow());
        assertEquals(1, documents.list(DocumentQuery.of().status(DocumentView.NEED_ATTENTION)).total());

        assertEquals(List.of("price"), documents.prefill(sent.id(), Prefill.of(Map.of("price", "12"))).fields());
        RecipientChange change = RecipientChange.of("Alex Gayle", "Away.").signerEmail(DAVID).newSignerEmail(ALEX);
        assertEquals(bounce.signerIds().get(0), documents.changeRecipient(sent.id(), change).signerId());
        SignerLink alex = world.engine.signer(world.tokenFor(ALEX));
        alex.reassign(Reassignment.of("Legal desk", "legal@cubeflakes.com", "Not mine."));
        Signer signer = documents.get(sent.id()).signers().get(0);
        assertTrue(signer.isReassigned());
        assertFalse(signer.isDeliveryFailed());
        assertEquals("12", signer.fields().orElseThrow().get(0).value());
    }
}
