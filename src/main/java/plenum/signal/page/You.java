package plenum.signal.page;

import plenum.identity.Actor;

/** The receiver. */
public record You(String id, String name) {
  static You of(Actor actor) {
    return new You(actor.person().value(), actor.name().value());
  }
}
