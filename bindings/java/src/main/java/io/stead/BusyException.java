package io.stead;

/** Another writer held the store for too long; try again. Source: design 8. */
public final class BusyException extends SteadException {
    private static final long serialVersionUID = 1L;

    BusyException(Failures.Failure failure) {
        super(Status.BUSY, failure);
    }
}
