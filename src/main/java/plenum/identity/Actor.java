package plenum.identity;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import plenum.settings.Network;

/**
 * Who acts. The first argument of every act of a feature.
 *
 * @param person who it is
 * @param name how the person is called at this moment
 * @param roles what the person is on this site
 * @param session by which connection
 * @param address where the connection comes from
 * @param page the page behind the connection, the same again when the connection is another one
 * @param groups of which the person is one, as its account says
 * @param invitation the guest link by which the person came, if any
 * @param grant by which a program acts for the person; empty when that one acts in person
 */
public record Actor(
    PersonId person,
    DisplayName name,
    Set<Role> roles,
    SessionId session,
    InetAddress address,
    String page,
    Set<String> groups,
    Optional<Invitation> invitation,
    Optional<Grant> grant) {

  public Actor {
    Objects.requireNonNull(person, "somebody acts");
    Objects.requireNonNull(name, "whoever acts has a name");
    roles = Set.copyOf(roles);
    Objects.requireNonNull(session, "whoever acts does so by a connection");
    Objects.requireNonNull(address, "whoever acts does so from somewhere");
    Objects.requireNonNull(page, "whoever acts does so on a page");
    groups = Set.copyOf(groups);
    Objects.requireNonNull(invitation, "nobody's invitation is empty");
    Objects.requireNonNull(grant, "who acts in person has no grant");
  }

  /** Somebody who acts in person. */
  public Actor(
      PersonId person,
      DisplayName name,
      Set<Role> roles,
      SessionId session,
      InetAddress address,
      String page,
      Set<String> groups,
      Optional<Invitation> invitation) {
    this(person, name, roles, session, address, page, groups, invitation, Optional.empty());
  }

  /** Somebody who came by no guest link. */
  public Actor(
      PersonId person,
      DisplayName name,
      Set<Role> roles,
      SessionId session,
      InetAddress address,
      String page,
      Set<String> groups) {
    this(person, name, roles, session, address, page, groups, Optional.empty());
  }

  /** Somebody who is in no group. */
  public Actor(
      PersonId person,
      DisplayName name,
      Set<Role> roles,
      SessionId session,
      InetAddress address,
      String page) {
    this(person, name, roles, session, address, page, Set.of());
  }

  /** Somebody of this standing. */
  public static Actor of(
      PersonId person,
      DisplayName name,
      Standing standing,
      SessionId session,
      InetAddress address,
      String page) {
    return new Actor(
        person,
        name,
        standing.roles(),
        session,
        address,
        page,
        standing.groups(),
        standing.invitation());
  }

  /** The same, by a program that has only these parts of the person's rights. */
  public Actor by(Grant program) {
    return new Actor(
        person, name, roles, session, address, page, groups, invitation, Optional.of(program));
  }

  /** Whether this part of the person's rights is there: all are of who acts in person. */
  public boolean has(Scope scope) {
    return grant.isEmpty() || grant.get().scopes().contains(scope);
  }

  /** Whether a guest link is all by which the person is here. */
  public boolean isOutsider() {
    return invitation.filter(Invitation::only).isPresent();
  }

  /** By what the limits of an address count who acts. */
  public Network network() {
    return Network.ofClient(address);
  }

  /** Somebody who acts by one HTTP request: a connection of its own, with no page behind it. */
  public static Actor ofRequest(PersonId person, DisplayName name, InetAddress address) {
    return ofRequest(person, name, Standing.NONE, address);
  }

  /** The same of somebody whose standing is known. */
  public static Actor ofRequest(
      PersonId person, DisplayName name, Standing standing, InetAddress address) {
    return of(person, name, standing, SessionId.fresh(), address, "");
  }
}
