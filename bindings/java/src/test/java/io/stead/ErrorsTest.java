package io.stead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stead.internal.Json;
import io.stead.model.Operation;
import io.stead.request.AccessCodeChange;
import io.stead.request.AccountRequest;
import io.stead.request.AdminPerson;
import io.stead.request.DocumentRevocation;
import io.stead.request.EngineOptions;
import io.stead.request.IdentityRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorsTest {
    @TempDir
    Path folder;

    @Test
    void everyFieldAtFaultIsNamedAtOnce() {
        try (World world = new World(folder)) {
            InvalidException e = assertThrows(InvalidException.class, () -> world.engine.accounts().create(
                    AccountRequest.of(" ", AdminPerson.of("Hank White", "hankwhite")).with("colour", "red")));
            assertEquals(Status.INVALID, e.status());
            assertEquals("invalidRecord", e.code());
            assertEquals(List.of("/admin/email", "/colour", "/name"),
                    e.fields().stream().map(FieldError::field).sorted().toList());
            assertFalse(e.retriable());
            assertTrue(e.remedy().isEmpty());
        }
    }

    @Test
    void aRefusalNamesItsRemedy() {
        try (World world = new World(folder)) {
            world.hank.identities().create(IdentityRequest.of("Luther Cooper", World.LUTHER));
            try (Session luther = world.hank.onBehalfOf(World.LUTHER)) {
                RefusedException e = assertThrows(RefusedException.class, () -> luther.documents().send(
                        World.agreement(), DocumentFile.of(World.AGREEMENT)));
                assertTrue(e.is(Code.CONSENT_PENDING));
                assertEquals(Optional.of(Code.CONSENT_PENDING), e.knownCode());
                assertEquals("identity.resend", e.remedy().orElseThrow());
                assertTrue(e.getMessage().contains("has not answered"), e.getMessage());
                assertEquals(List.of(), e.fields());
            }
            assertThrows(ConflictException.class,
                    () -> world.hank.identities().create(IdentityRequest.of("Luther", World.LUTHER)));
            assertThrows(NotFoundException.class, () -> world.hank.identities().get(World.DAVID));
            assertThrows(MisuseException.class, () -> world.engine.setTestClock(Instant.now()));
            assertThrows(LimitExceededException.class, () -> world.hank.documents().send(
                    World.agreement(), DocumentFile.of("large.pdf", new byte[25 * 1024 * 1024 + 1])));
        }
    }

    @Test
    void aStoreOfAnotherSecretIsRefused() {
        new World(folder).close();
        byte[] other = new byte[Stead.SECRET_BYTES];
        StorageFailedException e = assertThrows(StorageFailedException.class,
                () -> Stead.open(folder.resolve("crm.db"), EngineOptions.of(), other));
        assertTrue(e.is(Code.SECRET_MISMATCH));
        assertThrows(InvalidException.class,
                () -> Stead.open(folder.resolve("new.db"), EngineOptions.of(), new byte[3]));
    }

    @Test
    void everyStatusHasItsException() throws IOException {
        Map<String, Object> table = Json.object(
                Files.readAllBytes(World.ROOT.resolve("core/base/errors.json")));
        List<?> statuses = (List<?>) table.get("statuses");
        assertEquals(statuses, Arrays.stream(Status.values()).map(Status::wireName).toList());
        for (int number = 1; number < statuses.size(); number++) {
            Status status = Failures.status(number);
            assertEquals(statuses.get(number), Texts.text(Native.stead_status_name(number)));
            Failures.Failure failure = new Failures.Failure("aNewWord", "text", true, "", List.of());
            SteadException e = Failures.exception(status, failure);
            assertSame(status, e.status());
            assertEquals("aNewWord", e.code());
            assertEquals(Optional.empty(), e.knownCode());
            assertTrue(e.retriable());
        }
        assertSame(Status.INTERNAL, Failures.status(4711));
        assertSame(Status.INTERNAL, Failures.status(-1));
        assertEquals(10, SteadException.class.getPermittedSubclasses().length);
    }

    @Test
    void anExceptionSurvivesSerialization() throws Exception {
        InvalidException thrown = assertThrows(InvalidException.class, () -> SteadRecord.parse("["));
        var bytes = new java.io.ByteArrayOutputStream();
        new java.io.ObjectOutputStream(bytes).writeObject(thrown);
        var in = new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray()));
        SteadException read = assertInstanceOf(InvalidException.class, in.readObject());
        assertEquals(thrown.code(), read.code());
        assertEquals(List.of(), read.fields());
    }

    @Test
    void requestsHideAccessCodes() {
        AccessCodeChange change = AccessCodeChange.of("4711").signerEmail(World.DAVID);
        assertFalse(change.toString().contains("4711"));
        assertTrue(change.toString().contains(World.DAVID));
        assertTrue(new String(change.toUtf8(), StandardCharsets.UTF_8).contains("4711"));
        assertEquals(change, AccessCodeChange.of("4711").signerEmail(World.DAVID));
        assertEquals(change.hashCode(), AccessCodeChange.of("4711").signerEmail(World.DAVID).hashCode());
        assertEquals("{\"message\":null}", DocumentRevocation.of(null).toJson());
        assertThrows(IllegalArgumentException.class,
                () -> IdentityRequest.of("Luther", World.LUTHER).operations(Operation.UNKNOWN));
    }
}
