package com.cubeflakes.crm;

import io.stead.Engine;
import io.stead.Stead;
import io.stead.model.BrokenTrail;
import io.stead.model.TrailReport;
import io.stead.request.EngineOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;

/**
 * What somebody with access to the disk and bad intentions would do: changes one byte of one audit entry, past the
 * library and past the triggers of the store.
 *
 * <p>Done on a copy, with no engine open in this process: whoever opens and closes the file of an open store, if only to
 * copy it, drops the locks that SQLite holds for the process. And done on the bytes of the file, without SQL: a second
 * copy of SQLite in the process would bring the same danger, and none is needed.
 */
final class TamperedCopy {
    private static final long ENTRY = 7;

    private TamperedCopy() {}

    static void show(Folder folder, String accountId) throws IOException {
        Tell.step("The store is closed and copied; then one byte of one entry is changed in the copy.",
                "Files.copy, engine.trail(account).verify");
        Path copy = folder.home().resolve("tampered.db");
        copy(folder.store(), copy);
        byte[] entry;
        try (Engine engine = Stead.open(copy, EngineOptions.of(), folder.secret())) {
            Tell.expect(engine.trail(accountId).verify().ok(), "a true copy verifies");
            entry = Base64.getDecoder().decode(engine.trail(accountId).proveInclusion(ENTRY).entry());
        }
        changeOneByte(copy, entry);
        try (Engine engine = Stead.open(copy, EngineOptions.of(), folder.secret())) {
            TrailReport report = engine.trail(accountId).verify();
            Tell.expect(!report.ok(), "the change is found");
            BrokenTrail broken = report.broken().orElseThrow();
            Tell.expect(broken.from() == ENTRY, "verify names the entry");
            Tell.good("Found: %s", broken.text());
        }
    }

    /** Copies the store, and what another process may still hold in its log. */
    private static void copy(Path store, Path copy) throws IOException {
        for (String part : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(Path.of(copy + part));
        }
        Files.copy(store, copy, StandardCopyOption.REPLACE_EXISTING);
        Path log = Path.of(store + "-wal");
        if (Files.exists(log)) {
            Files.copy(log, Path.of(copy + "-wal"));
        }
    }

    /** Changes the same byte wherever the file holds the entry: SQLite may leave an old copy in a freed place. */
    private static void changeOneByte(Path file, byte[] entry) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1); // one character for one byte
        String wanted = new String(entry, StandardCharsets.ISO_8859_1);
        Tell.expect(wanted.endsWith("\"v\":1}") && text.contains(wanted), "the entry can be found in the file");
        for (int place = text.indexOf(wanted); place >= 0; place = text.indexOf(wanted, place + 1)) {
            bytes[place + entry.length - 2] = '2';
        }
        Files.write(file, bytes);
    }
}
