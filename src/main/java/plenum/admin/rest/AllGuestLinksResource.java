package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import plenum.account.AccountOffice;
import plenum.account.guest.GuestLink;
import plenum.account.guest.GuestRefused;
import plenum.admin.Programs;
import plenum.identity.Actor;
import plenum.identity.Scope;
import plenum.room.Moderation;
import plenum.room.RoomId;

/** The guest links of all rooms that are good. */
@Path("guest-links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AllGuestLinksResource {

  /**
   * A link; its secret nobody is told again.
   *
   * @param room for which it is
   * @param person who made it
   * @param by how that one was called
   * @param until when it ends, by ISO 8601
   * @param once whether it is for one browser
   * @param used how many browsers have used it
   */
  public record GuestLinkEntry(
      String id,
      String room,
      String person,
      String by,
      String made,
      String until,
      boolean once,
      int used) {

    static GuestLinkEntry of(GuestLink link) {
      return new GuestLinkEntry(
          link.id(),
          link.room(),
          link.by().value(),
          link.byName().value(),
          link.made().toString(),
          link.until().toString(),
          link.once(),
          link.used());
    }
  }

  /** A part of the list. */
  public record GuestLinkList(List<GuestLinkEntry> items, Optional<String> next) {}

  @Inject Programs programs;
  @Inject AccountOffice office;
  @Inject Moderation moderation;
  @Context HttpServletRequest request;

  /** All that are good, by id. */
  @GET
  public GuestLinkList all(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @DefaultValue("") String after) {
    programs.required(request, Scope.READ);
    var part =
        new Paging(limit, after)
            .of(office.guests().open().stream().map(GuestLinkEntry::of), GuestLinkEntry::id);
    return new GuestLinkList(part.items(), part.next());
  }

  /** Ends one; who came by it alone has to go at once. */
  @DELETE
  @Path("{id}")
  public Response revoke(@PathParam("id") String id) {
    Actor actor = programs.required(request, Scope.PEOPLE);
    String room = office.guests().open(id).orElseThrow(GuestRefused::unknown).room();
    moderation.requireInviting(actor, new RoomId(room), "revoke-guest-link");
    office.guests().revoke(actor, room, id);
    return Response.noContent().build();
  }
}
