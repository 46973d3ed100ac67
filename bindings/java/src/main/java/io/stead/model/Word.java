package io.stead.model;

/** A constant that stands for a word in a record. */
public interface Word {
    /**
     * The word as it stands in JSON.
     *
     * @return for example {@code Verified}
     */
    String word();
}
