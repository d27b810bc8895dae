package plenum.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import plenum.account.AccountOffice;
import plenum.account.Login;
import plenum.account.Visitor;
import plenum.http.ClientAddress;
import plenum.web.Visitors;

/** Where the person is logged in, to see and to end. */
@Path("logins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LoginsResource {

  /**
   * One of them.
   *
   * @param begun when the password was right, by ISO 8601
   * @param own whether it is that of this browser
   */
  public record Entry(
      String id, String begun, String seen, String address, String browser, boolean own) {}

  @Inject AccountOffice office;
  @Inject Visitors visitors;
  @Inject ClientAddress addresses;
  @Context HttpServletRequest request;

  /** The last used first. */
  @GET
  public List<Entry> all() {
    Visitor visitor = visitors.member(request);
    String own = visitor.login().orElseThrow().id();
    return office.logins().of(visitor.identity().id()).stream()
        .map(login -> entry(login, own))
        .toList();
  }

  private static Entry entry(Login login, String own) {
    return new Entry(
        login.id(),
        login.begun().toString(),
        login.seen().toString(),
        login.address(),
        login.browser(),
        login.id().equals(own));
  }

  /** Ends one; whatever is connected by it ends as well. */
  @DELETE
  @Path("{id}")
  public Response end(@PathParam("id") String id) {
    Visitor visitor = visitors.member(request);
    office.desk().logout(visitor.identity().id(), id, addresses.of(request));
    return Response.noContent().build();
  }
}
