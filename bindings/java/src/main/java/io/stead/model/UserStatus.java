package io.stead.model;

/** Where a user stands. Source: design 3. */
public enum UserStatus implements Word {
    /** Invited, the link was not used yet. */
    INVITATION_PENDING("InvitationPending"),
    /** May work. */
    ACTIVE("Active"),
    /** May not work any more. */
    DEACTIVATED("Deactivated"),
    /** A word that this version does not know; it stands in {@code unknown} of its record. */
    UNKNOWN("?");

    private final String word;

    UserStatus(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
