package io.stead.request;

import java.util.Arrays;
import java.util.Map;

/** Labels to add. Source: contract 4. */
public final class TagChange extends Request<TagChange> {
    private TagChange(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param tags 1 to 50 labels of at most 255 characters
     */
    public static TagChange of(String... tags) {
        return new TagChange(Map.of()).with("tags", Arrays.asList(tags));
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static TagChange from(Map<String, ?> members) {
        return new TagChange(plain(members));
    }

    @Override
    TagChange made(Map<String, Object> members) {
        return new TagChange(members);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version of the document that was read
     */
    public TagChange version(long version) {
        return with("version", version);
    }
}
