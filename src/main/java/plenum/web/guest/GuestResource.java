package plenum.web.guest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import plenum.account.Visitor;
import plenum.account.guest.GuestCookie.Stay;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.identity.DisplayName;
import plenum.identity.Identity;
import plenum.identity.IdentityCookie;
import plenum.room.RoomName;
import plenum.web.Visitors;
import plenum.web.guest.GuestDoor.Came;
import plenum.web.guest.GuestDoor.Opened;

/** Coming by a guest link, which travels in the content of requests, so that no log has it. */
@Path("guest")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GuestResource {

  /** The part of a link that is secret. */
  public record Link(String link) {}

  /**
   * How it is used.
   *
   * @param name how somebody wants to be called; not asked of who has an account
   */
  public record Use(String link, String name) {}

  /** Where a link leads. */
  public record Place(String id, String kind, String name) {}

  /**
   * What a link is for.
   *
   * @param by how the one was called who made it
   * @param until when it ends, by ISO 8601
   * @param name how the one is called, if known, who has opened it
   * @param account whether that one has an account, and so its name
   */
  public record Invited(
      Place room, String by, String until, Optional<String> name, boolean account) {}

  @Inject GuestDoor door;
  @Inject Visitors visitors;
  @Inject IdentityCookie cookie;
  @Context HttpServletRequest request;

  /** What a link is for. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response look(Link link) {
    Opened opened = door.look(text(body(link).link(), "link"), request);
    Optional<Identity> known =
        visitors
            .recognised(request)
            .map(Visitor::identity)
            .or(() -> visitors.stay(request).map(Stay::identity));
    return answer(opened, known).build();
  }

  /** Comes by it: answers with the cookie by which the browser is let in until the link ends. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response use(Use use) {
    Use given = body(use);
    Optional<DisplayName> name =
        Optional.ofNullable(given.name()).filter(one -> !one.isBlank()).map(DisplayName::of);
    Came came = door.come(text(given.link(), "link"), name, request);
    Response.ResponseBuilder answer =
        answer(came.opened(), Optional.of(came.identity()))
            .header(
                HttpHeaders.SET_COOKIE,
                visitors.guestCookie(came.opened().link(), came.identity(), request));
    boolean guest = !came.outsider() && !hasAccount();
    return guest
        ? answer
            .header(
                HttpHeaders.SET_COOKIE, cookie.header(came.identity(), visitors.isSecure(request)))
            .build()
        : answer.build();
  }

  /** By which link somebody is here. */
  @GET
  public Response here() {
    Came came = door.here(request);
    return answer(came.opened(), Optional.of(came.identity())).build();
  }

  private Response.ResponseBuilder answer(Opened opened, Optional<Identity> known) {
    Invited invited =
        new Invited(
            new Place(
                opened.room().id().value(),
                opened.room().kind().app(),
                opened.room().name().map(RoomName::value).orElse("")),
            opened.link().byName().value(),
            opened.link().until().toString(),
            known.flatMap(Identity::name).map(DisplayName::value),
            hasAccount());
    return Response.ok(invited).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private boolean hasAccount() {
    return visitors.recognised(request).filter(one -> !one.isGuest()).isPresent();
  }

  private static <T> T body(T body) {
    return Optional.ofNullable(body)
        .orElseThrow(() -> new RequestRefused(Reason.BAD_REQUEST, "bad-request"));
  }

  private static String text(String value, String member) {
    return Optional.ofNullable(value)
        .orElseThrow(() -> RequestRefused.malformed("malformed-request.member", member));
  }
}
