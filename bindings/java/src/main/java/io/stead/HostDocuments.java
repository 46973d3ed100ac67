package io.stead;

import io.stead.internal.Codec;
import io.stead.model.FinishedDocument;

/** What the host itself does with documents, whoever sent them. Source: contract 4.1. */
public final class HostDocuments {
    private final Engine engine;

    HostDocuments(Engine engine) {
        this.engine = engine;
    }

    /**
     * Hands in the finished document that the host made itself, one PDF, in place of Stead's: for what Stead cannot
     * render, a Word document for example.
     *
     * @param documentId the document
     * @param file the PDF
     * @return what was handed in
     * @throws NotFoundException for an unknown document
     * @throws RefusedException when it is not Completed
     * @throws InvalidException for what is no PDF
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public FinishedDocument finish(String documentId, DocumentFile file) {
        byte[] id = Texts.argument(documentId, "documentId");
        try (Upload upload = new Upload()) {
            upload.add(file);
            return Codec.read(
                    engine.call(handle -> Native.stead_document_finish(handle, id, upload.address())),
                    FinishedDocument.class);
        }
    }
}
