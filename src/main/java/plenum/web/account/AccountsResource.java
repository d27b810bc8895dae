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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.account.Account;
import plenum.account.AccountOffice;
import plenum.account.AccountRefused;
import plenum.account.Administration.Change;
import plenum.account.Administration.Invitation;
import plenum.account.LoginName;
import plenum.http.ClientAddress;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.presence.Presence;
import plenum.settings.SiteSettings;
import plenum.web.Visitors;

/** Accounts, for administrators. */
@Path("accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

  private static final int PAGE = 50;
  private static final int LONGEST_GROUP = 200;

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
  @Inject Visitors visitors;
  @Inject ClientAddress addresses;
  @Inject SiteSettings site;
  @Inject Presence presence;
  @Context HttpServletRequest request;

  /** Those whose name or login name has this text, from one on. */
  @GET
  public Found found(
      @QueryParam("q") @DefaultValue("") String text,
      @QueryParam("from") @DefaultValue("0") int from) {
    List<Account> all = office.administration().found(actor(), text);
    List<Entry> page = all.stream().skip(Math.max(0, from)).limit(PAGE).map(this::entry).toList();
    return new Found(page, all.size());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(Newcomer newcomer) {
    Newcomer given = Given.body(newcomer);
    Invitation made =
        office
            .administration()
            .add(
                actor(),
                new LoginName(Given.text(given.login(), "login")),
                DisplayName.of(Given.text(given.name(), "name")));
    return Response.status(Response.Status.CREATED).entity(invited(made)).build();
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Entry change(@PathParam("id") String id, Wish wish) {
    Wish given = Given.body(wish);
    Account changed =
        office
            .administration()
            .change(
                actor(),
                person(id),
                new Change(
                    Optional.ofNullable(given.name()).map(DisplayName::of),
                    Optional.ofNullable(given.groups()).map(AccountsResource::groups),
                    Optional.ofNullable(given.administrator()),
                    Optional.ofNullable(given.blocked())));
    callSo(changed);
    return entry(changed);
  }

  /** Whoever sees this person now sees the name at once. */
  private void callSo(Account account) {
    presence.rename(
        Actor.ofRequest(
            account.person(),
            account.name(),
            office.accounts().standing(account),
            addresses.of(request)),
        account.name());
  }

  private static Set<String> groups(List<String> names) {
    return names.stream()
        .map(String::strip)
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_GROUP)
        .collect(Collectors.toSet());
  }

  /** Another link, by which the person chooses another password. */
  @POST
  @Path("{id}/link")
  public Invited reset(@PathParam("id") String id) {
    return invited(office.administration().reset(actor(), person(id)));
  }

  @DELETE
  @Path("{id}")
  public Response remove(@PathParam("id") String id) {
    office.administration().remove(actor(), person(id));
    return Response.noContent().build();
  }

  private Actor actor() {
    return visitors.memberActor(request);
  }

  private static PersonId person(String id) {
    try {
      return new PersonId(id);
    } catch (IllegalArgumentException none) {
      throw AccountRefused.unknown();
    }
  }

  private Invited invited(Invitation made) {
    return new Invited(entry(made.account()), site.path("/welcome#" + made.link()));
  }

  private Entry entry(Account account) {
    boolean administrator =
        office.accounts().standing(account).roles().contains(Role.ADMINISTRATOR);
    return new Entry(
        account.person().value(),
        account.login().value(),
        account.name().value(),
        account.groups().stream().sorted().toList(),
        administrator,
        administrator && !account.roles().contains(Role.ADMINISTRATOR),
        account.blocked(),
        account.outside().isPresent(),
        account.password().isEmpty() && account.outside().isEmpty());
  }
}
