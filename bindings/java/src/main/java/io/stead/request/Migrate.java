package io.stead.request;

import io.stead.model.Word;

/** What happens to a store of an older version. Source: design 7. */
public enum Migrate implements Word {
    /** It is migrated. */
    AUTO("auto"),
    /** It is refused. */
    NEVER("never");

    private final String word;

    Migrate(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
