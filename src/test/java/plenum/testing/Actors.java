package plenum.testing;

import java.util.Set;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;

/** Persons who act in tests. */
public final class Actors {

  private Actors() {}

  /** Somebody new of this name, on a page of its own. */
  public static Actor named(String name) {
    return of(PersonId.fresh(), name, "page " + name);
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
    return new Actor(person, DisplayName.of(name), Set.of(), SessionId.fresh(), page);
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
    return new Actor(actor.person(), actor.name(), actor.roles(), SessionId.fresh(), page);
  }
}
