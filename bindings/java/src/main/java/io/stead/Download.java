package io.stead;

import io.stead.model.FileInfo;
import java.io.InputStream;
import java.util.Objects;

/**
 * A file that is being downloaded, part by part as it is read. For one thread. Each part is decided again: a consent
 * that is revoked meanwhile ends the reading with a {@link RefusedException}.
 */
public final class Download extends InputStream {
    private static final int PART = 1 << 18;

    private final Parts parts;
    private FilePart part;
    private int place;
    private long offset;

    interface Parts {
        FilePart part(long offset, int max);
    }

    Download(Parts parts) {
        this.parts = parts;
        this.part = parts.part(0, PART);
        this.offset = part.bytes().length;
    }

    /**
     * What is being read.
     *
     * @return name, type, size and hash of the whole file
     */
    public FileInfo info() {
        return part.info();
    }

    @Override
    public int read() {
        return fill() ? part.bytes()[place++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        Objects.checkFromIndexSize(from, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, available());
        System.arraycopy(part.bytes(), place, into, from, count);
        place += count;
        return count;
    }

    @Override
    public int available() {
        return part.bytes().length - place;
    }

    /** Whether there is a byte to read, after fetching the next part if need be. */
    private boolean fill() {
        if (available() == 0 && offset < part.info().size()) {
            part = parts.part(offset, PART);
            offset += part.bytes().length;
            place = 0;
        }
        return available() > 0;
    }
}
