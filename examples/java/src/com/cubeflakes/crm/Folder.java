package com.cubeflakes.crm;

import io.stead.DocumentFile;
import io.stead.Stead;
import io.stead.SteadRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the demo. The examples of all languages use the same ones, and may take turns on one store.
 *
 * @param home where the store and what it leaves behind live
 * @param data the real input: examples/data
 */
record Folder(Path home, Path data) {
    private static final FileAttribute<?> ONLY_FOR_US =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** What the host remembers between two runs: ids of the account, its Admin and the assistant. */
    record People(String accountId, String officeId, String hankId) {}

    Path store() {
        return home.resolve("crm.db");
    }

    Path secretFile() {
        return home.resolve("host.secret");
    }

    /** The host secret: random bytes, made once, always the same for one store. */
    byte[] secret() throws IOException {
        if (Files.notExists(secretFile())) {
            byte[] made = new byte[Stead.SECRET_BYTES];
            new SecureRandom().nextBytes(made);
            Files.createFile(secretFile(), ONLY_FOR_US);
            Files.write(secretFile(), made);
        }
        return Files.readAllBytes(secretFile());
    }

    Optional<People> people() throws IOException {
        Path file = home.resolve("people.json");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Map<String, ?> ids = json(file);
        return Optional.of(new People(
                (String) ids.get("accountId"), (String) ids.get("officeId"), (String) ids.get("hankId")));
    }

    void remember(People people) throws IOException {
        Files.writeString(home.resolve("people.json"), """
                {"accountId": "%s", "officeId": "%s", "hankId": "%s"}\
                """.formatted(people.accountId, people.officeId, people.hankId));
    }

    /** A request as the seeds print it. */
    Map<String, ?> request(String name) throws IOException {
        return json(data.resolve(name));
    }

    DocumentFile agreement() {
        return DocumentFile.of(data.resolve("agreement.pdf"));
    }

    private static Map<String, ?> json(Path file) throws IOException {
        try (SteadRecord record = SteadRecord.parse(Files.readString(file))) {
            return record.toMap();
        }
    }
}
