package io.stead.request;

import java.util.Map;

/** Which version of a thing was read. Source: design 5. */
public final class VersionRead extends Request<VersionRead> {
    private VersionRead(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static VersionRead of() {
        return new VersionRead(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static VersionRead from(Map<String, ?> members) {
        return new VersionRead(plain(members));
    }

    @Override
    VersionRead made(Map<String, Object> members) {
        return new VersionRead(members);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version that was read
     */
    public VersionRead version(long version) {
        return with("version", version);
    }
}
