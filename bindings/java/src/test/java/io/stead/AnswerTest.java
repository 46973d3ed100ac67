package io.stead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stead.internal.Codec;
import io.stead.internal.Json;
import io.stead.model.*;
import io.stead.request.AccountRequest;
import io.stead.request.AdminPerson;
import io.stead.request.EngineOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers turn back into the JSON they came from, whatever a newer library adds. */
class AnswerTest {
    private static final String GRANT = "{\"id\":\"g\",\"version\":2,\"operations\":[\"document.send\"],\"from\":5}";

    @TempDir
    Path folder;

    @Test
    void membersOfALaterVersionAreKept() {
        String json = GRANT.replace("}", ",\"mood\":{\"good\":[true,null,1.5,12345678901]}}");
        Grant grant = read(json, Grant.class);
        assertEquals(Optional.of(Instant.ofEpochMilli(5)), grant.from());
        assertEquals(Optional.empty(), grant.until());
        assertEquals(java.util.Set.of("mood"), grant.unknown().keySet());
        assertSame(json, grant);
    }

    @Test
    void wordsOfALaterVersionAreKept() {
        String json = "{\"id\":\"g\",\"version\":2,\"operations\":[\"document.send\",\"document.burn\"]}";
        Grant grant = read(json, Grant.class);
        assertEquals(List.of(Operation.DOCUMENT_SEND, Operation.UNKNOWN), grant.operations());
        assertEquals(List.of("document.send", "document.burn"), grant.unknown().get("operations"));
        assertSame(json, grant);
        Explanation odd = read("{\"allowed\":false,\"operation\":\"x\",\"authority\":\"law\",\"text\":\"t\"}",
                Explanation.class);
        assertEquals(Authority.UNKNOWN, odd.authority());
        assertEquals("law", odd.toMap().get("authority"));
    }

    @Test
    void numbersKeepTheirShape() {
        String json = "{\"x\":50,\"y\":600.5,\"width\":9007199254740991,\"height\":1e+20}";
        assertSame(json, read(json, Bounds.class));
        assertTrue(read(json, Bounds.class).toJson().startsWith("{\"x\":50,"));
    }

    @Test
    void pagesTurnBackToo() {
        String json = "{\"items\":[" + GRANT + "],\"nextCursor\":null,\"total\":1,\"totalCapped\":false,\"hint\":1}";
        Page<Grant> page = Codec.readPage(json.getBytes(StandardCharsets.UTF_8), Grant.class);
        assertEquals(2, page.items().get(0).version());
        assertEquals(Map.of("hint", 1L), page.unknown());
        assertSame(json, page);
    }

    @Test
    void answersCannotBeChanged() {
        Grant grant = read(GRANT, Grant.class);
        assertThrows(UnsupportedOperationException.class, () -> grant.operations().clear());
        assertThrows(UnsupportedOperationException.class, () -> grant.unknown().put("a", 1));
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> read("{\"id\":\"g\"}", Grant.class));
        assertThrows(IllegalArgumentException.class, () -> read("[]", Grant.class));
        assertThrows(IllegalArgumentException.class, () -> read("{} {}", Grant.class));
        assertThrows(IllegalArgumentException.class, () -> read("{", Grant.class));
        assertThrows(IllegalArgumentException.class, () -> read(GRANT.replace("}", ",\"a\":NaN}"), Grant.class));
        String badPart = "{\"identityId\":\"i\",\"rounds\":[1]}";
        assertThrows(IllegalArgumentException.class, () -> read(badPart, ConsentEvidence.class));
    }

    @Test
    void aTestStoreRepeatsItself() {
        EngineOptions options = EngineOptions.of().testClockMs(1_767_225_600_000L).testIdSeed(1);
        try (World world = new World(folder, options)) {
            world.engine.setTestClock(Instant.ofEpochMilli(1_767_225_700_000L));
            Account account = world.engine.accounts().create(
                    AccountRequest.of("Second", AdminPerson.of("Alex Gayle", "alexgayle@cubeflakes.com")));
            assertEquals(Instant.ofEpochMilli(1_767_225_700_000L), account.createdAt());
        }
    }

    private static <T> T read(String json, Class<T> type) {
        return Codec.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private static void assertSame(String json, Answer answer) {
        assertEquals(Json.object(json.getBytes(StandardCharsets.UTF_8)), Json.object(
                answer.toJson().getBytes(StandardCharsets.UTF_8)));
        assertFalse(answer.toString().isEmpty());
    }
}
