// Generated from core/base/errors.json by scripts/generate_errors.py; do not edit.
package io.stead;

/** Coarse kind of an error, for branching; the order is that of the C ABI's numbers. Source: design 8. */
public enum Status {
    /** ok */
    OK("ok"),
    /** invalid */
    INVALID("invalid"),
    /** refused */
    REFUSED("refused"),
    /** notFound */
    NOT_FOUND("notFound"),
    /** conflict */
    CONFLICT("conflict"),
    /** unauthenticated */
    UNAUTHENTICATED("unauthenticated"),
    /** limit */
    LIMIT("limit"),
    /** busy */
    BUSY("busy"),
    /** storage */
    STORAGE("storage"),
    /** misuse */
    MISUSE("misuse"),
    /** internal */
    INTERNAL("internal");

    private final String wireName;

    Status(String wireName) {
        this.wireName = wireName;
    }

    /**
     * The word for this status.
     *
     * @return for example {@code refused}
     */
    public String wireName() {
        return wireName;
    }
}
