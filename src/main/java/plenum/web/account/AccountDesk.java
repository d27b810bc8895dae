package plenum.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import plenum.account.Account;
import plenum.account.AccountOffice;
import plenum.account.AccountRefused;
import plenum.account.Administration.Change;
import plenum.account.Administration.Invitation;
import plenum.account.GroupNames;
import plenum.account.LoginName;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.presence.Presence;
import plenum.settings.SiteSettings;
import plenum.web.account.AccountsResource.Entry;
import plenum.web.account.AccountsResource.Invited;
import plenum.web.account.AccountsResource.Newcomer;
import plenum.web.account.AccountsResource.Wish;

/** What the doors of accounts do for administrators, whichever door it is. */
@ApplicationScoped
public class AccountDesk {

  @Inject AccountOffice office;
  @Inject SiteSettings site;
  @Inject Presence presence;

  /** Makes an account, with a link for its person. */
  public Invited add(Actor actor, Newcomer newcomer) {
    Newcomer given = Given.body(newcomer);
    return invited(
        office
            .administration()
            .add(
                actor,
                new LoginName(Given.text(given.login(), "login")),
                DisplayName.of(Given.text(given.name(), "name"))));
  }

  /**
   * Changes an account.
   *
   * @param condition throws when the account, as it is now, is not to be changed
   */
  public Entry change(Actor actor, String id, Wish wish, Consumer<Entry> condition) {
    Wish given = Given.body(wish);
    Account changed =
        office
            .administration()
            .change(actor, person(id), change(given), before -> condition.accept(entry(before)));
    callSo(changed, actor);
    return entry(changed);
  }

  private static Change change(Wish given) {
    return new Change(
        Optional.ofNullable(given.name()).map(DisplayName::of),
        Optional.ofNullable(given.groups()).map(GroupNames::of),
        Optional.ofNullable(given.administrator()),
        Optional.ofNullable(given.blocked()));
  }

  /** Whoever sees this person now sees the name at once. */
  private void callSo(Account account, Actor by) {
    presence.rename(
        Actor.ofRequest(
            account.person(), account.name(), office.accounts().standing(account), by.address()),
        account.name());
  }

  /** Another link, by which the person chooses another password. */
  public Invited reset(Actor actor, String id) {
    return invited(office.administration().reset(actor, person(id)));
  }

  /**
   * Removes an account.
   *
   * @param condition throws when the account, as it is now, is not to be removed
   */
  public void remove(Actor actor, String id, Consumer<Entry> condition) {
    office.administration().remove(actor, person(id), before -> condition.accept(entry(before)));
  }

  /**
   * Whose id this is.
   *
   * @throws AccountRefused {@code no-such-account} when it can be nobody's
   */
  public static PersonId person(String id) {
    try {
      return new PersonId(id);
    } catch (IllegalArgumentException none) {
      throw AccountRefused.unknown();
    }
  }

  private Invited invited(Invitation made) {
    return new Invited(entry(made.account()), site.path("/welcome#" + made.link()));
  }

  /** An account, as the doors tell it. */
  public Entry entry(Account account) {
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
