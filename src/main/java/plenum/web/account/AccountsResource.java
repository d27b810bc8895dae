package plenum.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import plenum.account.Account;
import plenum.account.AccountOffice;
import plenum.identity.Actor;
import plenum.web.Visitors;

/** Accounts, for administrators. */
@Path("accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

  private static final int PAGE = 50;

  /**
   * An account.
   *
   * @param administrator whether it has that role, by itself or by a group
   * @param byGroup whether it has it by a group, so that it cannot be taken from the account alone
   * @param outside whether its password is kept elsewhere
   * @param invited whether its person has yet to choose a password
   */
  public record Entry(
      String id,
      String login,
      String name,
      List<String> groups,
      boolean administrator,
      boolean byGroup,
      boolean blocked,
      boolean outside,
      boolean invited) {}

  /**
   * A page of the list.
   *
   * @param total how many there are on all pages
   */
  public record Found(List<Entry> accounts, int total) {}

  /** A new account. */
  public record Newcomer(String login, String name) {}

  /** What is to be otherwise; what is missing stays. */
  public record Wish(String name, List<String> groups, Boolean administrator, Boolean blocked) {}

  /**
   * An account, and by which link its person chooses a password.
   *
   * @param path of the link, on this site
   */
  public record Invited(Entry account, String path) {}

  @Inject AccountOffice office;
  @Inject AccountDesk desk;
  @Inject Visitors visitors;
  @Context HttpServletRequest request;

  /** Those whose name or login name has this text, from one on. */
  @GET
  public Found found(
      @QueryParam("q") @DefaultValue("") String text,
      @QueryParam("from") @DefaultValue("0") int from) {
    List<Account> all = office.administration().found(actor(), text);
    List<Entry> page = all.stream().skip(Math.max(0, from)).limit(PAGE).map(desk::entry).toList();
    return new Found(page, all.size());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(Newcomer newcomer) {
    Invited made = desk.add(actor(), newcomer);
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Entry change(@PathParam("id") String id, Wish wish) {
    return desk.change(actor(), id, wish, before -> {});
  }

  /** Another link, by which the person chooses another password. */
  @POST
  @Path("{id}/link")
  public Invited reset(@PathParam("id") String id) {
    return desk.reset(actor(), id);
  }

  @DELETE
  @Path("{id}")
  public Response remove(@PathParam("id") String id) {
    desk.remove(actor(), id, before -> {});
    return Response.noContent().build();
  }

  private Actor actor() {
    return visitors.memberActor(request);
  }
}
