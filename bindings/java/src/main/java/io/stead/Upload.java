package io.stead;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files of one send on their way into C; belongs to the method that sends. */
final class Upload implements AutoCloseable {
    private static final int PART = 1 << 20;

    private final long address = Native.stead_upload_new();

    long address() {
        return address;
    }

    void add(DocumentFile file) {
        byte[] name = Texts.argument(file.name(), "name of a file");
        try (InputStream in = file.open()) {
            byte[] first = in.readNBytes(PART);
            if (first.length < PART) {
                Native.stead_upload_add_file(address, name, first);
                return;
            }
            Native.stead_upload_begin_file(address, name);
            for (byte[] part = first; part.length > 0; part = in.readNBytes(PART)) {
                Native.stead_upload_append(address, part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.name(), e);
        }
    }

    @Override
    public void close() {
        Native.stead_upload_free(address);
    }
}
