package io.stead;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Closing, forgetting, and threads. */
@Timeout(120)
class LifecycleTest {
    private static final int THREADS = 8;

    @TempDir
    Path folder;

    @Test
    void closedHandlesThrowBeforeTheyReachC() {
        World world = new World(folder);
        Session closed = world.engine.openTrusted(world.hank.userId());
        closed.close();
        closed.close();
        assertEquals("Session is closed",
                assertThrows(IllegalStateException.class, () -> closed.may("document.send")).getMessage());
        assertThrows(IllegalStateException.class, () -> closed.identities().list());
        assertThrows(IllegalStateException.class, closed::userId);

        Session derived = world.hank.onBehalfOf(World.LUTHER);
        world.hank.close();
        assertDoesNotThrow(() -> derived.decide("document.send"));
        world.engine.close();
        world.engine.close();
        assertThrows(IllegalStateException.class, () -> derived.decide("document.send"));
        assertThrows(IllegalStateException.class, () -> world.engine.runDue());
        assertThrows(IllegalStateException.class, () -> world.engine.openTrusted("x"));
        assertDoesNotThrow(derived::close);
    }

    /** The same from C's side, which a call that races with close meets. */
    @Test
    void cSaysTheSameOfAClosedHandle() {
        long engine = Native.stead_engine_open_v(
                Texts.argument(folder.resolve("raw.db").toString(), "store"), null, World.secret());
        Native.stead_engine_close(engine);
        assertThrows(IllegalStateException.class, () -> Native.stead_engine_run_due(engine, null));
        Native.stead_engine_free(engine);
    }

    @Test
    void closeWaitsForCallsThatRun() throws Exception {
        World world = new World(folder);
        CountDownLatch running = new CountDownLatch(THREADS);
        List<Future<Long>> callers = onThreads(() -> {
            long calls = 0;
            try {
                while (true) {
                    world.hank.explain("document.send", World.LUTHER);
                    if (++calls == 1) {
                        running.countDown();
                    }
                }
            } catch (IllegalStateException closed) {
                return calls;
            }
        });
        running.await();
        world.engine.close();
        for (Future<Long> caller : callers) {
            assertTrue(caller.get(30, TimeUnit.SECONDS) > 0);
        }
    }

    @Test
    void eightThreadsShareASession() throws Exception {
        try (World world = new World(folder)) {
            world.consent();
            List<Future<Integer>> callers = onThreads(() -> {
                int allowed = 0;
                for (int i = 0; i < 2000; i++) {
                    allowed += world.hank.may("document.send", World.LUTHER) ? 1 : 0;
                    allowed += world.hank.decide("document.send", World.DAVID).allowed() ? 1 : 0;
                    if (i % 100 == 0) {
                        try (Session luther = world.hank.onBehalfOf(World.LUTHER)) {
                            allowed += luther.decide("document.remind").allowed() ? 1 : 0;
                        }
                        world.hank.identities().get(World.LUTHER);
                    }
                }
                return allowed;
            });
            for (Future<Integer> caller : callers) {
                assertEquals(2020, caller.get(60, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void whatNobodyReachesIsGivenBack() throws Exception {
        Session session = openAndForgetTheEngine();
        collect();
        assertTrue(holdsTheStore(), "a session keeps its engine alive");
        assertFalse(session.may("document.send", World.LUTHER));
        session = null;
        for (int i = 0; i < 100 && holdsTheStore(); i++) {
            collect();
        }
        assertFalse(holdsTheStore(), "an engine that nobody reaches is freed");
    }

    private Session openAndForgetTheEngine() {
        World world = new World(folder);
        return world.engine.openTrusted(world.hank.userId());
    }

    private static void collect() throws InterruptedException {
        System.gc();
        Thread.sleep(20);
    }

    private boolean holdsTheStore() throws IOException {
        Path store = folder.toRealPath().resolve("crm.db");
        List<Path> open = new ArrayList<>();
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                try {
                    open.add(Files.readSymbolicLink(descriptor));
                } catch (IOException closedMeanwhile) {
                    continue;
                }
            }
        }
        return open.contains(store);
    }

    private static <T> List<Future<T>> onThreads(Callable<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<T>> results = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            results.add(threads.submit(work));
        }
        threads.shutdown();
        return results;
    }
}
