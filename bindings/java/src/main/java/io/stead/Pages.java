package io.stead;

import io.stead.model.AuditItem;
import io.stead.model.Page;
import io.stead.request.AuditQuery;
import io.stead.request.Request;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A list, fetched page after page while it is consumed. */
final class Pages<T, R> implements Iterator<T> {
    private final Function<R, Page<T>> fetch;
    private final Function<Page<T>, Optional<R>> following;
    private Optional<R> next;
    private Iterator<T> items = Collections.emptyIterator();

    private Pages(R first, Function<R, Page<T>> fetch, Function<Page<T>, Optional<R>> following) {
        this.next = Optional.of(first);
        this.fetch = fetch;
        this.following = following;
    }

    /** Lists whose pages follow one another by cursor. */
    static <T, R extends Request<R>> Stream<T> stream(R first, Function<R, Page<T>> fetch) {
        R everyPage = first.without("page"); // a cursor takes its place
        return stream(new Pages<>(first, fetch, page -> page.nextCursor().map(at -> everyPage.with("cursor", at))));
    }

    /** The audit trail, whose pages follow one another by index. */
    static Stream<AuditItem> byIndex(AuditQuery first, Function<AuditQuery, Page<AuditItem>> fetch) {
        return stream(new Pages<>(first, fetch, page -> page.nextCursor().map(at -> first.from(after(page)))));
    }

    private static long after(Page<AuditItem> page) {
        return page.items().get(page.items().size() - 1).index() + 1;
    }

    private static <T> Stream<T> stream(Iterator<T> items) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED), false);
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext() && next.isPresent()) {
            Page<T> page = fetch.apply(next.get());
            items = page.items().iterator();
            next = following.apply(page);
        }
        return items.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.next();
    }
}
