package plenum.web.guest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import plenum.account.AccountOffice;
import plenum.account.guest.GuestLink;
import plenum.account.guest.GuestLinks;
import plenum.account.guest.GuestLinks.Made;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.identity.Actor;
import plenum.room.Moderation;
import plenum.room.RoomId;
import plenum.room.RoomRefused;
import plenum.settings.SiteSettings;
import plenum.web.Visitors;

/** The guest links of a room, for who may invite. */
@Path("rooms/{room}/guest-links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GuestLinksResource {

  /**
   * A link.
   *
   * @param by how the one was called who made it
   * @param until when it ends, by ISO 8601
   * @param once whether it is for one browser
   * @param used how many browsers have used it
   */
  public record Entry(String id, String by, String made, String until, boolean once, int used) {

    static Entry of(GuestLink link) {
      return new Entry(
          link.id(),
          link.byName().value(),
          link.made().toString(),
          link.until().toString(),
          link.once(),
          link.used());
    }
  }

  /**
   * All that are good.
   *
   * @param most how many there may be
   * @param minutes how long one is good when nobody says otherwise
   * @param longest how many minutes one may be good
   */
  public record Listed(List<Entry> links, int most, long minutes, long longest) {}

  /**
   * What is wanted.
   *
   * @param minutes how long it is to be good; the site's usual time when it is missing
   * @param once whether it is for one browser; not, when it is missing
   */
  public record Wish(Long minutes, Boolean once) {}

  /**
   * A new link.
   *
   * @param path of the address that is to be given to guests, on this site; told once
   */
  public record Fresh(Entry link, String path) {}

  @Inject AccountOffice office;
  @Inject Moderation moderation;
  @Inject Visitors visitors;
  @Inject SiteSettings site;
  @Context HttpServletRequest request;

  @GET
  public Response all(@PathParam("room") String room) {
    RoomId id = inviting(room, "list-guest-links").room();
    GuestLinks links = office.guests();
    Listed listed =
        new Listed(
            links.of(id.value()).stream().map(Entry::of).toList(),
            links.settings().links(),
            links.settings().life().toMinutes(),
            links.settings().longest().toMinutes());
    return Response.ok(listed).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response make(@PathParam("room") String room, Wish wish) {
    Host host = inviting(room, "make-guest-link");
    Wish given =
        Optional.ofNullable(wish)
            .orElseThrow(() -> new RequestRefused(Reason.BAD_REQUEST, "bad-request"));
    Duration life =
        Optional.ofNullable(given.minutes())
            .map(GuestLinksResource::minutes)
            .orElse(office.guests().settings().life());
    Made made =
        office
            .guests()
            .make(host.actor(), host.room().value(), life, Boolean.TRUE.equals(given.once()));
    return Response.status(Response.Status.CREATED)
        .entity(new Fresh(Entry.of(made.link()), site.path("/guest#" + made.token())))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Whatever the number, it is refused when it is none that somebody may choose. */
  private static Duration minutes(long number) {
    return Duration.ofMinutes(Math.max(0, Math.min(number, Integer.MAX_VALUE)));
  }

  /** Ends one; who came by it alone has to go at once. */
  @DELETE
  @Path("{id}")
  public Response revoke(@PathParam("room") String room, @PathParam("id") String id) {
    Host host = inviting(room, "revoke-guest-link");
    office.guests().revoke(host.actor(), host.room().value(), id);
    return Response.noContent().build();
  }

  /** Somebody who may invite into this room. */
  private record Host(Actor actor, RoomId room) {}

  private Host inviting(String room, String deed) {
    Actor actor = visitors.actor(request);
    RoomId id =
        RoomId.parse(room)
            .orElseThrow(() -> new RoomRefused(RoomRefused.Reason.NO_SUCH_ROOM, "no-such-room"));
    moderation.requireInviting(actor, id, deed);
    return new Host(actor, id);
  }
}
