package io.stead;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A file to send: PDF, PNG, JPEG or DOCX, at most 25 MB (25 · 1024 · 1024 bytes). Source: contract 4.5. */
public final class DocumentFile {
    private final String name;
    private final Content content;

    private DocumentFile(String name, Content content) {
        this.name = Objects.requireNonNull(name, "name");
        this.content = content;
    }

    /**
     * A file of the file system, under its own name.
     *
     * @param path where it is; read when it is sent
     * @return the file
     */
    public static DocumentFile of(Path path) {
        return new DocumentFile(path.getFileName().toString(), () -> Files.newInputStream(path));
    }

    /**
     * Bytes in memory.
     *
     * @param name at most 250 characters, none of them a control character
     * @param bytes the whole file, not changed before it is sent
     * @return the file
     */
    public static DocumentFile of(String name, byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        return new DocumentFile(name, () -> new ByteArrayInputStream(bytes));
    }

    /**
     * Bytes that stream in; good for one send.
     *
     * @param name at most 250 characters, none of them a control character
     * @param bytes where they come from; closed when it was sent
     * @return the file
     */
    public static DocumentFile of(String name, InputStream bytes) {
        Objects.requireNonNull(bytes, "bytes");
        return new DocumentFile(name, () -> bytes);
    }

    /**
     * The name the document will show.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    InputStream open() throws IOException {
        return content.open();
    }

    private interface Content {
        InputStream open() throws IOException;
    }
}
