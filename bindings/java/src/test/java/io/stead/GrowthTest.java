package io.stead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stead.request.IdentityRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many calls do not make the process grow. The long tier makes a million. */
class GrowthTest {
    private static final int CALLS = "long".equals(System.getProperty("stead.tier")) ? 1_000_000 : 40_000;
    private static final int WARM_UP = 20_000;
    private static final long GROWTH_MAX = 24L << 20;
    /** So large that losing one in a hundred would show. */
    private static final String LARGE = "x".repeat(8_000);

    @TempDir
    Path folder;

    @Test
    void callsThatSucceedAndFailDoNotGrow() throws Exception {
        try (World world = new World(folder)) {
            world.consent();
            for (int i = 0; i < WARM_UP; i++) {
                everyKindOfCall(world, i);
            }
            long before = residentBytes();
            for (int i = 0; i < CALLS; i++) {
                everyKindOfCall(world, i);
            }
            long growth = residentBytes() - before;
            assertTrue(growth < GROWTH_MAX, "the process grew by " + growth + " bytes in " + CALLS + " calls");
        }
    }

    private static void everyKindOfCall(World world, int i) {
        switch (i % 8) {
            case 0 -> assertTrue(world.hank.decide("document.send", World.LUTHER).allowed());
            case 1 -> assertThrows(InvalidException.class,
                    () -> world.hank.identities().create(IdentityRequest.of(LARGE, "nobody")));
            case 2 -> {
                try (SteadRecord record = new SteadRecord()) {
                    assertEquals(LARGE, record.setText("/text", LARGE).text("/text").orElseThrow());
                }
            }
            case 3 -> {
                Session forgotten = world.hank.onBehalfOf(World.LUTHER);
                assertTrue(forgotten.may("document.send"));
            }
            case 4 -> assertThrows(InvalidException.class, () -> world.hank.documents().send(
                    World.agreement(), DocumentFile.of("a.txt", LARGE.getBytes(StandardCharsets.UTF_8))));
            case 5 -> assertEquals(1, world.hank.decideAll(List.of(Question.of("document.send"))).size());
            case 6 -> new SteadRecord().setText("/text", LARGE); // forgotten: the collector gives it back
            default -> assertThrows(IllegalArgumentException.class, () -> world.hank.decide(LARGE + "\0", "\0"));
        }
    }

    private static long residentBytes() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(text -> text.startsWith("VmRSS")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
    }
}
