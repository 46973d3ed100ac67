package io.stead;

import java.util.Optional;

/**
 * One of many questions. Source: design 4.
 *
 * @param operation for example {@code document.send}
 * @param principal e-mail address of the person to act for by consent; empty: as the session stands
 */
public record Question(String operation, Optional<String> principal) {
    /**
     * A question about the session as it stands.
     *
     * @param operation for example {@code document.send}
     * @return the question
     */
    public static Question of(String operation) {
        return new Question(operation, Optional.empty());
    }

    /**
     * A question about acting for somebody.
     *
     * @param operation for example {@code document.send}
     * @param principal e-mail address of the person to act for by consent
     * @return the question
     */
    public static Question of(String operation, String principal) {
        return new Question(operation, Optional.of(principal));
    }
}
