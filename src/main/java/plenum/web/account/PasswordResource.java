package plenum.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import plenum.account.AccountOffice;
import plenum.account.Visitor;
import plenum.web.Visitors;

/** The own password. */
@Path("password")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {

  /** The present one, and the one that is wanted. */
  public record Passwords(String present, String wanted) {}

  @Inject AccountOffice office;
  @Inject Visitors visitors;
  @Context HttpServletRequest request;

  /** Answers 204; the person's other logins are over then. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(Passwords passwords) {
    Visitor visitor = visitors.member(request);
    Passwords given = Given.body(passwords);
    Later.done(
        office
            .desk()
            .change(
                visitor.identity().id(),
                visitor.login().orElseThrow().id(),
                Given.text(given.present(), "present"),
                Given.text(given.wanted(), "wanted"),
                visitors.caller(request)));
    return Response.noContent().build();
  }
}
