package io.stead.request;

import java.util.List;
import java.util.Map;

/** Where a change feed goes on, and what it tells of. Source: design 11. */
public final class EventQuery extends Request<EventQuery> {
    private EventQuery(Map<String, Object> members) {
        super(members);
    }

    /**
     * {@return a request in which nothing is set}
     */
    public static EventQuery of() {
        return new EventQuery(Map.of());
    }

    /**
     * {@return a request with these members, whatever they are; the engine judges them}
     *
     * @param members plain values by name
     */
    public static EventQuery from(Map<String, ?> members) {
        return new EventQuery(plain(members));
    }

    @Override
    EventQuery made(Map<String, Object> members) {
        return new EventQuery(members);
    }

    /**
     * {@return this request with {@code after}}
     *
     * @param after the entry that was looked at last, as the page before said; -1 begins
     */
    public EventQuery after(long after) {
        return with("after", after);
    }

    /**
     * {@return this request with {@code pageSize}}
     *
     * @param pageSize how many, 1 to 100
     */
    public EventQuery pageSize(int pageSize) {
        return with("pageSize", pageSize);
    }

    /**
     * {@return this request with {@code events}}
     *
     * @param events words of the contract, e.g. {@code Completed}; without them everything
     */
    public EventQuery events(String... events) {
        return with("events", List.of(events));
    }
}
