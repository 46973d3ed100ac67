package io.stead;

/** The store could not be read or written, or does not fit; an operator is needed. Source: design 8. */
public final class StorageFailedException extends SteadException {
    private static final long serialVersionUID = 1L;

    StorageFailedException(Failures.Failure failure) {
        super(Status.STORAGE, failure);
    }
}
