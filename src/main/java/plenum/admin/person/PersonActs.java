package plenum.admin.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import plenum.account.AccountOffice;
import plenum.account.AccountRefused;
import plenum.admin.Acts;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.room.Moderation;
import plenum.room.RoomId;
import plenum.web.account.AccountDesk;
import plenum.web.account.AccountsResource.Wish;

/** What an administrator does with one person's account, logins and guest links. */
@Named("personActs")
@RequestScoped
public class PersonActs {

  @Inject Wanted wanted;
  @Inject AccountOffice office;
  @Inject AccountDesk desk;
  @Inject Moderation moderation;
  @Inject Acts acts;
  @Inject PersonPage page;

  private String groups;
  private String path = "";

  /** As they are to be; those of the account while nobody has typed. */
  public String getGroups() {
    return groups == null ? page.getGroups() : groups;
  }

  public void setGroups(String typed) {
    groups = typed;
  }

  private void run(BiConsumer<Actor, PersonId> act, String done) {
    acts.run(
        actor -> act.accept(actor, wanted.person().orElseThrow(AccountRefused::unknown)), done);
  }

  private void change(Wish wish, String done) {
    run((actor, person) -> desk.change(actor, person.value(), wish, before -> {}), done);
  }

  /** Nobody can log in by the account, and who has is logged out; or that is over. */
  public void block(boolean blocked) {
    change(
        new Wish(null, null, null, blocked),
        blocked ? "page.admin.person.blocked" : "page.admin.person.admitted");
  }

  /** Makes the person an administrator, or one no longer. */
  public void administrator(boolean is) {
    change(new Wish(null, null, is, null), "page.admin.person.changed");
  }

  /** Puts the person into the groups that were typed, and into no other. */
  public void regroup() {
    List<String> typed = Arrays.asList(getGroups().split("[,\\n]"));
    change(new Wish(null, typed, null, null), "page.admin.person.changed");
    groups = null;
  }

  /** The password is good no longer; the answer to this request alone has a link for another. */
  public void reset() {
    run(
        (actor, person) -> path = desk.reset(actor, person.value()).path(),
        "page.admin.person.passwordReset");
  }

  /** The path of the link that this request made, on its host; empty when it made none. */
  public String getPath() {
    return path;
  }

  /** One browser is logged out. */
  public void endLogin(String login) {
    run(
        (actor, person) -> office.administration().signOut(actor, person, login),
        "page.admin.person.loginEnded");
  }

  /** Every browser is logged out. */
  public void signOut() {
    run(
        (actor, person) -> office.administration().signOut(actor, person),
        "page.admin.person.signedOut");
  }

  /** A guest link lets nobody in any more. */
  public void revoke(String room, String link) {
    acts.run(
        actor -> {
          moderation.requireInviting(actor, new RoomId(room), "revoke-guest-link");
          office.guests().revoke(actor, room, link);
        },
        "page.admin.person.revoked");
  }
}
