package io.stead.request;

import java.util.Map;

/** Why a document is called back. Source: contract 4.7. */
public final class DocumentRevocation extends Request<DocumentRevocation> {
    private DocumentRevocation(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request with what is required}
     *
     * @param message the reason, 1 to 5000 characters
     */
    public static DocumentRevocation of(String message) {
        return new DocumentRevocation(Map.of()).with("message", message);
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static DocumentRevocation from(Map<String, ?> members) {
        return new DocumentRevocation(plain(members));
    }

    @Override
    DocumentRevocation made(Map<String, Object> members) {
        return new DocumentRevocation(members);
    }

    /**
     * {@return this request with {@code version}}
     *
     * @param version the version that was read
     */
    public DocumentRevocation version(long version) {
        return with("version", version);
    }
}
