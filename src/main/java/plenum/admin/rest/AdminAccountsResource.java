package plenum.admin.rest;

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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import plenum.account.Account;
import plenum.account.AccountOffice;
import plenum.account.AccountRefused;
import plenum.account.Login;
import plenum.admin.Programs;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.Scope;
import plenum.settings.SiteSettings;
import plenum.web.account.AccountDesk;
import plenum.web.account.AccountsResource.Entry;
import plenum.web.account.AccountsResource.Invited;
import plenum.web.account.AccountsResource.Newcomer;
import plenum.web.account.AccountsResource.Wish;

/** Accounts, and where their people are logged in. */
@Path("accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminAccountsResource {

  /** A part of the list. */
  public record AccountList(List<Entry> items, Optional<String> next) {}

  /**
   * Where somebody is logged in.
   *
   * @param begun when the password was right, by ISO 8601
   * @param seen when it was last used, more or less
   */
  public record LoginEntry(String id, String begun, String seen, String address, String browser) {

    static LoginEntry of(Login login) {
      return new LoginEntry(
          login.id(),
          login.begun().toString(),
          login.seen().toString(),
          login.address(),
          login.browser());
    }
  }

  /** All logins of one person, the last used first. */
  public record LoginList(List<LoginEntry> items) {}

  @Inject Programs programs;
  @Inject AccountOffice office;
  @Inject AccountDesk desk;
  @Inject SiteSettings site;
  @Context HttpServletRequest request;
  @Context Request conditions;

  /**
   * Those whose name or login name has this text, by login name.
   *
   * @param text empty for all
   */
  @GET
  public AccountList all(
      @QueryParam("q") @DefaultValue("") String text,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @DefaultValue("") String after) {
    programs.required(request, Scope.READ);
    var part =
        new Paging(limit, after)
            .of(office.accounts().found(text).stream().map(desk::entry), Entry::login);
    return new AccountList(part.items(), part.next());
  }

  /** Makes an account; the answer has the link by which its person chooses a password. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(Newcomer newcomer) {
    Invited made = desk.add(people(), newcomer);
    return Response.created(URI.create(site.path("/api/admin/accounts/" + made.account().id())))
        .tag(Tags.of(made.account()))
        .entity(made)
        .build();
  }

  /** One of them, with the tag that a change asks for. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    programs.required(request, Scope.READ);
    Entry entry = desk.entry(account(id));
    Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(Tags.of(entry));
    return (unchanged == null ? Response.ok(entry) : unchanged).tag(Tags.of(entry)).build();
  }

  /** Changes what is named of an account, if it is still as {@code If-Match} says. */
  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@PathParam("id") String id, Wish wish) {
    Entry changed = desk.change(people(), id, wish, before -> Tags.requireMatch(request, before));
    return Response.ok(changed).tag(Tags.of(changed)).build();
  }

  /** Removes an account, if it is still as {@code If-Match} says. */
  @DELETE
  @Path("{id}")
  public Response remove(@PathParam("id") String id) {
    desk.remove(people(), id, before -> Tags.requireMatch(request, before));
    return Response.noContent().build();
  }

  /** Another link, by which the person chooses another password; every login ends. */
  @POST
  @Path("{id}/link")
  public Invited reset(@PathParam("id") String id) {
    return desk.reset(people(), id);
  }

  /** Where the person is logged in. */
  @GET
  @Path("{id}/logins")
  public LoginList logins(@PathParam("id") String id) {
    programs.required(request, Scope.READ);
    PersonId person = account(id).person();
    return new LoginList(office.logins().of(person).stream().map(LoginEntry::of).toList());
  }

  /** Signs the person out everywhere. */
  @DELETE
  @Path("{id}/logins")
  public Response signOut(@PathParam("id") String id) {
    office.administration().signOut(people(), AccountDesk.person(id));
    return Response.noContent().build();
  }

  /** Ends one login. */
  @DELETE
  @Path("{id}/logins/{login}")
  public Response signOut(@PathParam("id") String id, @PathParam("login") String login) {
    office.administration().signOut(people(), AccountDesk.person(id), login);
    return Response.noContent().build();
  }

  private Actor people() {
    return programs.required(request, Scope.PEOPLE);
  }

  private Account account(String id) {
    return office.accounts().of(AccountDesk.person(id)).orElseThrow(AccountRefused::unknown);
  }
}
