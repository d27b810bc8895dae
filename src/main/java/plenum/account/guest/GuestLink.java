package plenum.account.guest;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.records.Erased;

/**
 * By which an outsider comes into one room.
 *
 * @param id by which people who may invite can name it; no secret
 * @param hash of the token that is in the link
 * @param room the id of the room
 * @param by who made it
 * @param byName how that one was called then
 * @param made when, in whole seconds
 * @param until when it ends, in whole seconds
 * @param once whether one browser alone can use it
 * @param used how many browsers have used it
 * @param end why it is not good any more, whatever the time; empty while it is
 */
public record GuestLink(
    String id,
    String hash,
    String room,
    PersonId by,
    DisplayName byName,
    Instant made,
    Instant until,
    boolean once,
    int used,
    Optional<End> end) {

  /** Why a link ended before its time. */
  public enum End {
    REVOKED,
    /** There is no such room any more. */
    ROOM_GONE
  }

  public GuestLink {
    Objects.requireNonNull(id, "a link can be named");
    Objects.requireNonNull(hash, "a link is known by its token's hash");
    Objects.requireNonNull(room, "a link is for a room");
    Objects.requireNonNull(by, "somebody made it");
    Objects.requireNonNull(byName, "whoever made it has a name");
    made = Instant.ofEpochSecond(made.getEpochSecond());
    until = Instant.ofEpochSecond(until.getEpochSecond());
    Objects.requireNonNull(end, "no end is empty");
  }

  /** Whether whoever came by it may stay. */
  boolean isOpen(Instant now) {
    return end.isEmpty() && now.isBefore(until);
  }

  /** Whether nobody else may come by it. */
  boolean isUsedUp() {
    return once && used > 0;
  }

  GuestLink usedAgain() {
    return new GuestLink(id, hash, room, by, byName, made, until, once, used + 1, end);
  }

  /** Of a maker who was erased. */
  GuestLink ofNobody() {
    return new GuestLink(id, hash, room, Erased.PERSON, Erased.NAME, made, until, once, used, end);
  }

  GuestLink ended(End why) {
    return new GuestLink(id, hash, room, by, byName, made, until, once, used, Optional.of(why));
  }
}
