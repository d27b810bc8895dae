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
import java.util.List;
import java.util.Optional;
import plenum.account.Account;
import plenum.account.AccountOffice;
import plenum.account.AccountRefused;
import plenum.account.Visitor;
import plenum.http.ClientAddress;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.Identity;
import plenum.identity.IdentityCookie;
import plenum.identity.Invitation;
import plenum.identity.Paces;
import plenum.identity.Standing;
import plenum.presence.Presence;
import plenum.text.Refused;

/** Who this browser is. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

  /**
   * The answer.
   *
   * @param name missing until one was chosen
   * @param account missing for a guest
   * @param room the only one that this browser may enter, for who came by a guest link alone
   */
  public record Me(
      String id, Optional<String> name, Optional<MyAccount> account, Optional<String> room) {}

  /**
   * What an account says about its person.
   *
   * @param passwordHere whether its password is kept here, and can be changed here
   */
  public record MyAccount(
      String login, List<String> roles, List<String> groups, boolean passwordHere) {}

  /** The request: how to be called from now on. */
  public record Wish(String name) {}

  @Inject Visitors visitors;
  @Inject IdentityCookie cookie;
  @Inject Presence presence;
  @Inject AccountOffice office;
  @Inject Paces paces;
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
    Visitor visitor = visitors.of(request);
    DisplayName name = DisplayName.of(wish.name());
    if (!visitor.isGuest()) {
      return keptName(visitor, name);
    }
    Identity identity = cookie.named(visitor.identity(), name);
    Actor actor = Actor.ofRequest(identity.id(), name, addresses.of(request));
    paces.chooseName(actor);
    presence.rename(actor, name);
    return answer(new Visitor(identity, visitor.standing(), Optional.empty()));
  }

  /** A page may send the name that it was told. */
  private Response keptName(Visitor visitor, DisplayName name) {
    if (!visitor.identity().name().equals(Optional.of(name))) {
      throw new AccountRefused(AccountRefused.Reason.NAME_FROM_ACCOUNT, "name-from-account");
    }
    return answer(visitor);
  }

  private Response answer(Visitor visitor) {
    Identity identity = visitor.identity();
    Me me =
        new Me(
            identity.id().value(),
            identity.name().map(DisplayName::value),
            account(visitor),
            outsider(visitor).map(Invitation::room));
    Response.ResponseBuilder answer = Response.ok(me).header(HttpHeaders.CACHE_CONTROL, "no-store");
    return setCookie(visitor)
        .map(header -> answer.header(HttpHeaders.SET_COOKIE, header))
        .orElse(answer)
        .build();
  }

  private static Optional<Invitation> outsider(Visitor visitor) {
    return visitor.standing().invitation().filter(Invitation::only);
  }

  /** By which the browser is known again; a login has its own. */
  private Optional<String> setCookie(Visitor visitor) {
    if (visitor.isOutsider()) {
      return outsider(visitor)
          .flatMap(one -> office.guests().open(one.link()))
          .map(link -> visitors.guestCookie(link, visitor.identity(), request));
    }
    return visitor.isGuest()
        ? Optional.of(cookie.header(visitor.identity(), visitors.isSecure(request)))
        : Optional.empty();
  }

  private Optional<MyAccount> account(Visitor visitor) {
    return visitor.isGuest()
        ? Optional.empty()
        : office.accounts().of(visitor.identity().id()).map(one -> account(one, visitor));
  }

  private static MyAccount account(Account account, Visitor visitor) {
    Standing standing = visitor.standing();
    return new MyAccount(
        account.login().value(),
        standing.roles().stream().map(Refused::codeOf).sorted().toList(),
        standing.groups().stream().sorted().toList(),
        account.outside().isEmpty());
  }
}
