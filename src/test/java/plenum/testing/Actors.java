package plenum.testing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.identity.SessionId;

/** Persons who act in tests. */
public final class Actors {

  /** Where everybody comes from who comes from nowhere else. */
  public static final InetAddress HERE = InetAddress.getLoopbackAddress();

  /** The same person, who comes from elsewhere. */
  public static Actor from(String address, Actor actor) {
    try {
      return new Actor(
          actor.person(),
          actor.name(),
          actor.roles(),
          SessionId.fresh(),
          InetAddress.getByName(address),
          actor.page());
    } catch (UnknownHostException noAddress) {
      throw new IllegalArgumentException(noAddress);
    }
  }

  private Actors() {}

  /** Somebody new of this name, on a page of its own. */
  public static Actor named(String name) {
    return of(PersonId.fresh(), name, "page " + name);
  }

  /** Somebody new who looks after the site. */
  public static Actor administrator(String name) {
    return is(Role.ADMINISTRATOR, named(name));
  }

  /** Somebody new who has an account. */
  public static Actor member(String name) {
    return is(Role.USER, named(name));
  }

  private static Actor is(Role role, Actor plain) {
    return new Actor(
        plain.person(), plain.name(), Set.of(role), plain.session(), plain.address(), plain.page());
  }

  /** Always the same person for the same name, by a new connection. */
  public static Actor known(String name) {
    return of(id(name), name, "page");
  }

  /** That person's id: the name, made long enough. */
  public static PersonId id(String name) {
    return new PersonId((name + "-".repeat(22)).substring(0, 22));
  }

  /** This person, by a new connection of that page. */
  public static Actor of(PersonId person, String name, String page) {
    return new Actor(person, DisplayName.of(name), Set.of(), SessionId.fresh(), HERE, page);
  }

  /** The same person on the same page, by another connection. */
  public static Actor again(Actor actor) {
    return on(actor, actor.page());
  }

  /** The same person in another tab. */
  public static Actor otherTab(Actor actor) {
    return on(actor, "other page");
  }

  private static Actor on(Actor actor, String page) {
    return new Actor(
        actor.person(), actor.name(), actor.roles(), SessionId.fresh(), actor.address(), page);
  }
}
