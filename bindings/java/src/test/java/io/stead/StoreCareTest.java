package io.stead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stead.model.Checkpoint;
import io.stead.model.ConsistencyReport;
import io.stead.model.StoreBackup;
import io.stead.model.StoreReport;
import io.stead.model.TrailPartReport;
import io.stead.model.TrailReport;
import io.stead.request.CheckRequest;
import io.stead.request.EngineOptions;
import io.stead.request.TrailPartRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore, check and rotation: what keeps a store trustworthy. */
class StoreCareTest {
    @TempDir
    Path folder;

    @Test
    void aBackupOpensAndContinuesItsCheckpoint() throws IOException {
        try (World world = new World(folder)) {
            Trail trail = world.engine.trail(world.account.id());
            Checkpoint before = trail.checkpoint();
            Path copy = folder.resolve("copy.db");
            StoreBackup backup = world.engine.backup(copy);
            assertEquals(copy.toString(), backup.path());
            assertEquals(Files.size(copy), backup.bytes());
            assertThrows(ConflictException.class, () -> world.engine.backup(copy));
            world.consent();
            Checkpoint later = trail.checkpoint();
            EngineOptions sound = EngineOptions.of().expectCheckpoint(before.checkpoint());
            try (Engine restored = Stead.open(copy, sound, World.secret())) {
                assertEquals(
                        before.root(), restored.trail(world.account.id()).checkpoint().root());
            }
            EngineOptions behind = EngineOptions.of().expectCheckpoint(before.checkpoint(), later.checkpoint());
            StorageFailedException refused = assertThrows(
                    StorageFailedException.class, () -> Stead.open(copy, behind, World.secret()));
            assertEquals("storeBehind", refused.code());
        }
    }

    @Test
    void aStoreIsCheckedInSteps() {
        try (World world = new World(folder)) {
            StoreReport report = world.engine.check(CheckRequest.of().maxSteps(1));
            assertTrue(report.ok() && report.findings().isEmpty());
            assertEquals(1, report.steps());
            while (report.nextCursor().isPresent()) {
                report = world.engine.check(CheckRequest.of().cursor(report.nextCursor().get()));
                assertTrue(report.ok());
            }
        }
    }

    @Test
    void aTrailIsVerifiedInParts() {
        try (World world = new World(folder)) {
            world.consent();
            Trail trail = world.engine.trail(world.account.id());
            TrailReport whole = trail.verify();
            TrailPartReport part = trail.verifyPart(TrailPartRequest.of().max(1));
            assertTrue(part.ok());
            assertEquals(1, part.next().orElseThrow());
            TrailPartReport last = trail.verifyPart(TrailPartRequest.of().from(1).deep(true));
            assertEquals(whole.size(), last.to());
            assertEquals(whole.root(), last.root());
            assertTrue(last.next().isEmpty());
        }
    }

    @Test
    void aNewSecretTakesOver() {
        Path store;
        String account;
        Checkpoint before;
        try (World world = new World(folder)) {
            store = world.store;
            account = world.account.id();
            before = world.engine.trail(account).checkpoint();
        }
        byte[] fresh = new byte[Stead.SECRET_BYTES];
        Arrays.fill(fresh, (byte) 8);
        try (Engine engine = Stead.open(store, EngineOptions.of(), fresh, List.of(World.secret()))) {
            Checkpoint after = engine.trail(account).checkpoint();
            assertNotEquals(before.vkey(), after.vkey());
            String proof = engine.trail(account).proveConsistency(before.size(), after.size()).proof();
            assertTrue(Stead.verifyConsistency(before.checkpoint(), proof, before.vkey(), after.vkey())
                    .ok());
            assertTrue(Stead.verifyConsistencyOf(before.checkpoint(), after.checkpoint(), proof, before.vkey())
                    .ok());
            ConsistencyReport broken = Stead.verifyConsistency(before.checkpoint(), proof, after.vkey());
            assertFalse(broken.ok());
            assertEquals("older", broken.broken().orElseThrow().check());
        }
        assertThrows(StorageFailedException.class, () -> Stead.open(store, EngineOptions.of(), World.secret()));
    }
}
