package io.stead;

import io.stead.internal.Codec;
import io.stead.model.FileInfo;
import java.util.Arrays;

/**
 * A part of a file that was downloaded. Source: contract 4.6.
 *
 * @param info the whole file
 * @param bytes the part; none beyond the end
 */
public record FilePart(FileInfo info, byte[] bytes) {
    interface Reader {
        byte[] read(byte[] buffer, long[] got);
    }

    static FilePart read(int max, Reader reader) {
        byte[] buffer = new byte[max];
        long[] got = new long[1];
        FileInfo info = Codec.read(reader.read(buffer, got), FileInfo.class);
        return new FilePart(info, got[0] == max ? buffer : Arrays.copyOf(buffer, (int) got[0]));
    }
}
