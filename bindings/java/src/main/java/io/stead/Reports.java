package io.stead;

import io.stead.model.DocumentReport;
import io.stead.request.ReportRequest;

/** Counts of documents: of the account for Admins and Auditors, of his team for a TeamAdmin, else of one's own. */
public final class Reports {
    private final Session session;

    Reports(Session session) {
        this.session = session;
    }

    /**
     * Documents of a period, counted by one of their sides; the newest 10,000 of the period.
     *
     * @param request by what, over which period
     * @return the counts
     * @throws InvalidException for members that do not fit each other
     */
    public DocumentReport documents(ReportRequest request) {
        return session.ask(Native::stead_report_documents, request, DocumentReport.class);
    }
}
