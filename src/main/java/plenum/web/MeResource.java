package plenum.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import plenum.http.ClientAddress;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.Identity;
import plenum.identity.IdentityCookie;
import plenum.presence.Presence;

/** Who this browser is. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

  /** The answer: {@code name} is missing until one was chosen. */
  public record Me(String id, Optional<String> name) {
    static Me of(Identity identity) {
      return new Me(identity.id().value(), identity.name().map(DisplayName::value));
    }
  }

  /** The request: how to be called from now on. */
  public record Wish(String name) {}

  @Inject Visitors visitors;
  @Inject IdentityCookie cookie;
  @Inject Presence presence;
  @Inject ClientAddress addresses;
  @Context HttpServletRequest request;

  @GET
  public Response me() {
    return answer(visitors.of(request));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response rename(Wish wish) {
    if (wish == null || wish.name() == null) {
      throw new RequestRefused(Reason.NAME_MISSING, "name-missing");
    }
    Identity identity = cookie.named(visitors.of(request), DisplayName.of(wish.name()));
    DisplayName name = identity.name().orElseThrow();
    presence.rename(Actor.ofRequest(identity.id(), name, addresses.of(request)), name);
    return answer(identity);
  }

  private Response answer(Identity identity) {
    return Response.ok(Me.of(identity))
        .header(HttpHeaders.SET_COOKIE, cookie.header(identity, visitors.isSecure(request)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
