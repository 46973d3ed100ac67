package io.stead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The native layer against the C ABI. That every function is also called is a rule of the coverage check. */
class NativeTest {
    @TempDir
    Path folder;

    @Test
    void everyExportedFunctionIsHere() throws IOException {
        Set<String> exported = new TreeSet<>(Files.readAllLines(World.ROOT.resolve("capi/exports.txt")));
        Set<String> methods = Arrays.stream(Native.class.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("stead_"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(exported, methods);
    }

    @Test
    void nothingOfTheNativeLayerIsPublic() {
        for (Class<?> type : Set.of(Native.class, NativeJNI.class, Handle.class, NativeLoader.class)) {
            assertEquals(0, type.getModifiers() & java.lang.reflect.Modifier.PUBLIC, type.getName());
        }
    }

    /** A decision read whole says what its getters say, one by one. */
    @Test
    void theImageOfADecisionIsTheDecision() {
        try (World world = new World(folder)) {
            world.consent();
            DecisionSlot slot = DecisionSlot.ofThisThread();
            for (String principal : new String[] {World.LUTHER, World.DAVID}) {
                Decision decision = world.hank.decide("document.send", principal);
                long address = slot.address();
                assertEquals(Native.stead_decision_allowed(address) != 0, decision.allowed());
                assertEquals(Texts.text(Native.stead_decision_authority(address)), decision.authority().word());
                assertEquals(text(Native.stead_decision_reason(address)), decision.reason());
                assertEquals(text(Native.stead_decision_remedy(address)), decision.remedy());
                assertEquals(text(Native.stead_decision_grant_id(address)), decision.grantId());
                long version = Native.stead_decision_grant_version(address);
                assertEquals(version == 0 ? OptionalLong.empty() : OptionalLong.of(version), decision.grantVersion());
                assertEquals(0, Native.stead_decision_valid_until(address));
            }
        }
    }

    @Test
    void uploadsAndBatchesCount() {
        long upload = Native.stead_upload_new();
        byte[] name = Texts.argument("a.pdf", "name");
        Native.stead_upload_add_file(upload, name, new byte[3]);
        Native.stead_upload_begin_file(upload, name);
        Native.stead_upload_append(upload, new byte[3]);
        assertEquals(2, Native.stead_upload_count(upload));
        Native.stead_upload_free(upload);

        long batch = Native.stead_decisions_new();
        Native.stead_decisions_add(batch, name, null);
        assertEquals(0, Native.stead_decisions_allowed(batch, 0));
        Native.stead_decisions_clear(batch);
        assertEquals(0, Native.stead_decisions_count(batch));
        long decision = Native.stead_decision_new();
        assertThrows(InvalidException.class, () -> Native.stead_decisions_get(batch, 0, decision));
        Native.stead_decision_free(decision);
        Native.stead_decisions_free(batch);
    }

    @Test
    void theVersionIsThatOfTheJar() {
        assertEquals(NativeLoader.version(), Stead.version());
        assertTrue(assertThrows(UnsatisfiedLinkError.class, () -> NativeLoader.requireVersion("9.9.9"))
                .getMessage().contains("9.9.9"));
    }

    @Test
    void aStoreWithoutASecretWarns() {
        try (Engine engine = Stead.open(folder.resolve("own.db"))) {
            assertTrue(engine.warning().contains("secret"), engine.warning());
        }
        try (World world = new World(folder)) {
            assertEquals("", world.engine.warning());
            assertEquals(Optional.empty(), world.hank.principal());
        }
    }

    private static Optional<String> text(byte[] bytes) {
        return Optional.ofNullable(Texts.text(bytes)).filter(text -> !text.isEmpty());
    }
}
