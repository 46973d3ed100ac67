package io.stead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stead.request.IdentityRequest;
import io.stead.request.IdentityUpdate;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text crosses as UTF-8: emoji and NUL arrive as they left, null and NUL never reach a NUL-terminated argument. */
class TextTest {
    private static final String EMOJI = "Luther 🖋️ Cooper";
    private static final byte[] EMPTY = {};

    @TempDir
    Path folder;

    @Test
    void emojiAndNulSurviveInData() {
        try (SteadRecord record = new SteadRecord()) {
            record.setText("/name", EMOJI).setText("/bytes", "a\0b").setMember("/metaData", "k\0🙂", "v\0🙂");
            assertEquals(EMOJI, record.text("/name").orElseThrow());
            assertEquals("a\0b", record.text("/bytes").orElseThrow());
            assertEquals("v\0🙂", record.memberText("/metaData", "k\0🙂").orElseThrow());
            assertEquals("k\0🙂", record.keyAt("/metaData", 0).orElseThrow());
            assertEquals(Map.of("name", EMOJI, "bytes", "a\0b", "metaData", Map.of("k\0🙂", "v\0🙂")), record.toMap());
        }
        try (World world = new World(folder)) {
            assertEquals(EMOJI, world.hank.identities().create(IdentityRequest.of(EMOJI, World.LUTHER)).name());
            var updated = world.hank.identities().update(
                    World.LUTHER, IdentityUpdate.of().metaData("🔑/~", "a\0🙂"));
            assertEquals(Map.of("🔑/~", "a\0🙂"), updated.metaData());
            assertEquals(EMOJI, world.hank.identities().stream().findFirst().orElseThrow().name());
        }
    }

    @Test
    void nulIsRefusedInArguments() {
        try (World world = new World(folder)) {
            IllegalArgumentException e = assertThrows(
                    IllegalArgumentException.class, () -> world.hank.identities().get("luther\0@cubeflakes.com"));
            assertTrue(e.getMessage().startsWith("holds a NUL"), e.getMessage());
            assertThrows(IllegalArgumentException.class, () -> world.hank.decide("document\0.send"));
            assertThrows(IllegalArgumentException.class, () -> world.engine.openWithKey("\0"));
        }
        assertThrows(IllegalArgumentException.class,
                () -> Native.stead_record_copy(0, new byte[] {'/', 0}));
        assertThrows(IllegalArgumentException.class, () -> Native.stead_record_copy(0, new byte[4000]));
    }

    @Test
    void nullNeverReachesC() {
        try (World world = new World(folder)) {
            assertEquals("operation", assertThrows(
                    NullPointerException.class, () -> world.hank.may(null)).getMessage());
            assertThrows(NullPointerException.class, () -> world.hank.onBehalfOf(null));
            assertThrows(NullPointerException.class, () -> world.hank.decide("document.send", null));
            assertThrows(NullPointerException.class, () -> Stead.open(folder, null, null));
        }
        assertThrows(NullPointerException.class, () -> Native.stead_record_copy(0, null));
        assertThrows(NullPointerException.class,
                () -> Native.stead_document_download(0, new byte[0], 0, 0, null, new long[1]));
        assertThrows(IllegalArgumentException.class,
                () -> Native.stead_document_download(0, new byte[0], 0, 0, new byte[1], null));
        assertNull(Texts.text(null));
    }

    @Test
    void handlesOfNothingAreMisuse() {
        assertTrue(assertThrows(MisuseException.class, () -> Native.stead_engine_run_due(0, null))
                .is(Code.NULL_ARGUMENT));
        assertThrows(MisuseException.class, () -> Native.stead_session_authorize(0, EMPTY, null, 0));
        assertThrows(MisuseException.class, () -> Native.stead_record_parse(null));
    }

    @Test
    void halfASurrogatePairIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Texts.data("a\ud83d", "text"));
        assertThrows(IllegalArgumentException.class, () -> Texts.argument("\udc00", "text"));
        assertEquals("who? 🙂", Texts.text(Texts.data("who? 🙂", "text")));
        assertEquals(4, Texts.data("🙂", "text").length);
        try (World world = new World(folder)) {
            assertThrows(InvalidException.class,
                    () -> world.hank.identities().create(IdentityRequest.of("a\ud83d", World.LUTHER)));
        }
    }

    @Test
    void longTextsCrossToo() {
        String pointer = "/" + "n".repeat(3_000); // longer than what the wrapper keeps on its stack
        try (SteadRecord record = new SteadRecord()) {
            record.setText(pointer, "x".repeat(500_000));
            assertEquals(500_000, record.text(pointer).orElseThrow().length());
            assertEquals("{\"\":\"\"}".length() + 503_000, record.toJson().length());
        }
    }
}
