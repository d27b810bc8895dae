package plenum.audit;

import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.text.Storable;

/**
 * One act, or one that was refused.
 *
 * @param at when, in milliseconds
 * @param person who did it; empty for the server itself, and for somebody who is not known
 * @param name how that one was called, or called himself, then; at most {@value #LONGEST}
 *     characters, of a longer one the beginning, and so for all texts
 * @param address from where; empty for the server itself
 * @param act what, as messages name it, such as {@code remove-room} or {@code login}
 * @param object to what or whom, by id or name; may be empty
 * @param outcome what became of it
 * @param detail what else is worth to be known, such as the code of a refusal; may be empty; never
 *     a secret
 */
public record AuditEntry(
    Instant at,
    Optional<PersonId> person,
    String name,
    Optional<InetAddress> address,
    String act,
    String object,
    Outcome outcome,
    String detail) {

  /** The longest text that is kept. */
  static final int LONGEST = 200;

  /** What became of an act. */
  public enum Outcome {
    DONE,
    /** Whoever wanted it may not, or it is not possible now. */
    REFUSED,
    FAILED
  }

  public AuditEntry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    Objects.requireNonNull(person, "an unknown person is empty");
    name = shortened(name);
    Objects.requireNonNull(address, "an unknown address is empty");
    act = shortened(act);
    object = shortened(object);
    Objects.requireNonNull(outcome, "something became of it");
    detail = shortened(detail);
  }

  /** Whoever tries something with a text that cannot be kept is put down all the same. */
  private static String shortened(String given) {
    String text = Storable.of(given);
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }

  /** An act of somebody here, now. */
  public static AuditEntry done(Actor actor, String act, String object) {
    return of(actor, act, object, Outcome.DONE, "");
  }

  /**
   * Somebody here was not let do it, now.
   *
   * @param code of the refusal
   */
  public static AuditEntry refused(Actor actor, String act, String object, String code) {
    return of(actor, act, object, Outcome.REFUSED, code);
  }

  /**
   * Somebody unknown was not let do it.
   *
   * @param from from where it was wanted
   * @param code of the refusal
   */
  public static AuditEntry refusedTo(
      InetAddress from, Instant at, String act, String object, String code) {
    return new AuditEntry(
        at, Optional.empty(), "", Optional.of(from), act, object, Outcome.REFUSED, code);
  }

  private static AuditEntry of(
      Actor actor, String act, String object, Outcome outcome, String detail) {
    return new AuditEntry(
        Instant.now(),
        Optional.of(actor.person()),
        named(actor),
        Optional.of(actor.address()),
        act,
        object,
        outcome,
        detail);
  }

  /** What a program did is told as its maker's, with its own name. */
  private static String named(Actor actor) {
    String name = actor.name().value();
    return actor.grant().map(by -> "%s (token: %s)".formatted(name, by.name())).orElse(name);
  }

  /** The same with something else to know. */
  public AuditEntry with(String newDetail) {
    return new AuditEntry(at, person, name, address, act, object, outcome, newDetail);
  }
}
