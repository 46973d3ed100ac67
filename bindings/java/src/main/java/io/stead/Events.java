package io.stead;

import io.stead.model.Event;
import io.stead.model.EventPage;
import io.stead.request.EventQuery;
import java.util.stream.Stream;

/**
 * The change feed: what happened in the account, for programs that act upon it. Admins and Auditors see everything;
 * anybody else his own acts, what concerns his own user, the identities he made and the documents he holds. Source:
 * design 11.
 */
public final class Events {
    private final Session session;

    Events(Session session) {
        this.session = session;
    }

    /**
     * What happened behind an entry of the trail, oldest first.
     *
     * @param request where to go on
     * @return the page; its {@code after} is that of the next request
     * @throws NotFoundException when {@code after} is beyond the trail
     */
    public EventPage list(EventQuery request) {
        return session.ask(Native::stead_events_list, request, EventPage.class);
    }

    /**
     * Every event from there to the end of the trail. Keep the index of the last one you handled, and begin there the
     * next time.
     *
     * @param request where to begin
     * @return the stream; reads the store while it is consumed
     * @throws NotFoundException when {@code after} is beyond the trail
     */
    public Stream<Event> follow(EventQuery request) {
        return Stream.iterate(list(request), page -> page != null,
                        page -> page.more() ? list(request.after(page.after())) : null)
                .flatMap(page -> page.items().stream());
    }
}
