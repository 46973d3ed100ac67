package io.stead.request;

import java.util.Map;

/** How to delete. Source: contract 4. */
public final class Deletion extends Request<Deletion> {
    private Deletion(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static Deletion of() {
        return new Deletion(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static Deletion from(Map<String, ?> members) {
        return new Deletion(plain(members));
    }

    @Override
    Deletion made(Map<String, Object> members) {
        return new Deletion(members);
    }

    /**
     * {@return this request with {@code deletePermanently}}
     *
     * @param deletePermanently whether to remove it now instead of moving it to the trash
     */
    public Deletion deletePermanently(boolean deletePermanently) {
        return with("deletePermanently", deletePermanently);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version of the document that was read
     */
    public Deletion version(long version) {
        return with("version", version);
    }
}
