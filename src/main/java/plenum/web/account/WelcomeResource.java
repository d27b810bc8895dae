package plenum.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import plenum.account.AccountOffice;
import plenum.account.WelcomeDesk.Invited;
import plenum.identity.DisplayName;
import plenum.web.Visitors;

/** One-time links, which travel in the content of requests, so that no log has them. */
@Path("welcome")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WelcomeResource {

  /** The part of a link that is secret. */
  public record Link(String link) {}

  /**
   * How it is used up.
   *
   * @param name how somebody is called whose account is new
   */
  public record Use(String link, String name, String password) {}

  /**
   * For whom a link is.
   *
   * @param name missing for an account that the link makes
   */
  public record Guest(String login, Optional<String> name) {
    static Guest of(Invited invited) {
      return new Guest(invited.login().value(), invited.name().map(DisplayName::value));
    }
  }

  @Inject AccountOffice office;
  @Inject Answers answers;
  @Inject Visitors visitors;
  @Context HttpServletRequest request;

  /** For whom the link is. */
  @POST
  public Guest look(Link link) {
    office.requireAccounts();
    return Guest.of(office.welcome().look(Given.text(Given.body(link).link(), "link")));
  }

  /** Answers as a login does. */
  @PUT
  public Response use(Use use) {
    office.requireAccounts();
    Use given = Given.body(use);
    return answers.admitted(
        Later.done(
            office
                .welcome()
                .use(
                    Given.text(given.link(), "link"),
                    Optional.ofNullable(given.name())
                        .filter(name -> !name.isBlank())
                        .map(DisplayName::of),
                    Given.text(given.password(), "password"),
                    visitors.caller(request))),
        request);
  }
}
