package io.stead.model;

import java.util.List;
import java.util.Map;

/**
 * What happened to a document, with the signed head of the trail. Source: contract 4.6.
 *
 * @param documentId the document
 * @param title its title
 * @param entries oldest first
 * @param checkpoint the signed head, a C2SP checkpoint
 * @param unknown members that this version does not know
 */
public record DocumentHistory(
        String documentId, String title, List<HistoryEvent> entries, String checkpoint,
        Map<String, Object> unknown)
        implements Answer {}
