package plenum.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.Role;

/**
 * Somebody who can log in.
 *
 * @param person whose it is, for ever
 * @param login by what that one logs in
 * @param name how that one is called; nobody else is
 * @param password what is kept of the password; empty when there is none, or it is kept elsewhere
 * @param link by which a password can be chosen now
 * @param groups to which the person belongs
 * @param roles those that the account has beside its groups'
 * @param blocked whether nobody can log in by it
 * @param outside how the directory or provider names it from which it is; empty for one of ours
 * @param made when it was made, in whole seconds
 */
public record Account(
    PersonId person,
    LoginName login,
    DisplayName name,
    Optional<PasswordHash> password,
    Optional<OneTimeLink> link,
    Set<String> groups,
    Set<Role> roles,
    boolean blocked,
    Optional<String> outside,
    Instant made) {

  public Account {
    Objects.requireNonNull(person, "an account is somebody's");
    Objects.requireNonNull(login, "an account has a login name");
    Objects.requireNonNull(name, "an account's person is called somehow");
    Objects.requireNonNull(password, "no password is empty");
    Objects.requireNonNull(link, "no link is empty");
    groups = Set.copyOf(groups);
    roles = Set.copyOf(roles);
    Objects.requireNonNull(outside, "an account of ours is from nowhere else");
    made = Instant.ofEpochSecond(made.getEpochSecond());
  }

  /** A new one of ours, without a password, in no group. */
  public static Account local(LoginName login, DisplayName name, Instant now) {
    return new Account(
        PersonId.fresh(),
        login,
        name,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        false,
        Optional.empty(),
        now);
  }

  /** With this password, by which any link is used up. */
  public Account withPassword(PasswordHash now) {
    return new Account(
        person,
        login,
        name,
        Optional.of(now),
        Optional.empty(),
        groups,
        roles,
        blocked,
        outside,
        made);
  }

  /** With this link; the password that there was is good no longer. */
  public Account withLink(OneTimeLink now) {
    return new Account(
        person,
        login,
        name,
        Optional.empty(),
        Optional.of(now),
        groups,
        roles,
        blocked,
        outside,
        made);
  }

  public Account named(DisplayName now) {
    return new Account(person, login, now, password, link, groups, roles, blocked, outside, made);
  }

  public Account withGroups(Set<String> now) {
    return new Account(person, login, name, password, link, now, roles, blocked, outside, made);
  }

  public Account withRoles(Set<Role> now) {
    return new Account(person, login, name, password, link, groups, now, blocked, outside, made);
  }

  public Account blocked(boolean now) {
    return new Account(person, login, name, password, link, groups, roles, now, outside, made);
  }

  /** With another login name, as whoever keeps the password says. */
  Account calledIn(LoginName now) {
    return new Account(person, now, name, password, link, groups, roles, blocked, outside, made);
  }

  /** Whose password is kept elsewhere. */
  Account knownOutsideAs(String key) {
    return new Account(
        person, login, name, password, link, groups, roles, blocked, Optional.of(key), made);
  }
}
