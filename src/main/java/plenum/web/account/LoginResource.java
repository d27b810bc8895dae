package plenum.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import plenum.account.AccountOffice;
import plenum.account.Caller;
import plenum.account.Visitor;
import plenum.http.ClientAddress;
import plenum.text.Refused;
import plenum.web.Visitors;

/** Logging in by name and password, and out. */
@Path("login")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {

  /** Who wants to come in. */
  public record Credentials(String name, String password) {}

  @Inject AccountOffice office;
  @Inject Answers answers;
  @Inject Visitors visitors;
  @Inject ClientAddress addresses;
  @Context HttpServletRequest request;

  /** Answers 204 with the cookies of the login. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response login(Credentials credentials) {
    office.requireAccounts();
    Credentials given = Given.body(credentials);
    String name = Given.text(given.name(), "name");
    String password = Given.text(given.password(), "password");
    Caller caller = visitors.caller(request);
    return answers.admitted(Later.done(office.desk().login(name, password, caller)), request);
  }

  /** Where the browser is to go, so that the provider's login ends, too. */
  public record Elsewhere(String next) {}

  /** Ends the login of this browser; does nothing for one that has none. */
  @DELETE
  public Response logout() {
    Optional<Visitor> visitor =
        visitors.recognised(request).filter(somebody -> !somebody.isGuest());
    visitor.ifPresent(this::end);
    return visitor
        .flatMap(this::elsewhere)
        .map(next -> answers.loggedOut(request, Response.ok(new Elsewhere(next.toString()))))
        .orElseGet(() -> answers.loggedOut(request, Response.noContent()));
  }

  private void end(Visitor visitor) {
    String login = visitor.login().orElseThrow().id();
    office.desk().logout(visitor.identity().id(), login, addresses.of(request));
  }

  /** A provider that does not answer keeps nobody here. */
  private Optional<URI> elsewhere(Visitor visitor) {
    if (!office.isByProvider(visitor.identity().id())) {
      return Optional.empty();
    }
    try {
      String login = visitor.login().orElseThrow().id();
      return Later.done(office.provider().logout(login, answers.address("/login", request)));
    } catch (Refused away) {
      return Optional.empty();
    }
  }
}
