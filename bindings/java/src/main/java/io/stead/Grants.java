package io.stead;

import io.stead.model.ActorPermission;
import io.stead.model.Page;
import io.stead.model.PrincipalPermission;
import io.stead.request.ActorsQuery;
import io.stead.request.ListRequest;
import java.util.stream.Stream;

/** Both directions of consent. Source: design 4. */
public final class Grants {
    private final Session session;

    Grants(Session session) {
        this.session = session;
    }

    /**
     * A page of those for whom the session's user may act.
     *
     * @return the first page
     */
    public Page<PrincipalPermission> principals() {
        return principals(ListRequest.of());
    }

    /**
     * A page of those for whom the session's user may act.
     *
     * @param request which page
     * @return the page
     */
    public Page<PrincipalPermission> principals(ListRequest request) {
        return session.page(Native::stead_grant_list_principals, request, PrincipalPermission.class);
    }

    /**
     * Those for whom the session's user may act, page after page as they are needed.
     *
     * @return the stream; reads the store while it is consumed
     */
    public Stream<PrincipalPermission> streamPrincipals() {
        return streamPrincipals(ListRequest.of());
    }

    /**
     * Those for whom the session's user may act, page after page as they are needed.
     *
     * @param request where to begin, and how much a page holds
     * @return the stream; reads the store while it is consumed
     */
    public Stream<PrincipalPermission> streamPrincipals(ListRequest request) {
        return Pages.stream(request, this::principals);
    }

    /**
     * A page of those who may act for the session's user, or for anybody when an Admin or Auditor asks.
     *
     * @return the first page
     */
    public Page<ActorPermission> actors() {
        return actors(ActorsQuery.of());
    }

    /**
     * A page of those who may act for the session's user, or for anybody when an Admin or Auditor asks.
     *
     * @param request which page
     * @return the page
     */
    public Page<ActorPermission> actors(ActorsQuery request) {
        return session.page(Native::stead_grant_list_actors, request, ActorPermission.class);
    }

    /**
     * Those who may act for the session's user, or for anybody when an Admin or Auditor asks, page after page as they
     * are needed.
     *
     * @return the stream; reads the store while it is consumed
     */
    public Stream<ActorPermission> streamActors() {
        return streamActors(ActorsQuery.of());
    }

    /**
     * Those who may act for the session's user, or for anybody when an Admin or Auditor asks, page after page as they
     * are needed.
     *
     * @param request where to begin, and how much a page holds
     * @return the stream; reads the store while it is consumed
     */
    public Stream<ActorPermission> streamActors(ActorsQuery request) {
        return Pages.stream(request, this::actors);
    }
}
