package plenum.room;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.identity.PersonId;
import plenum.right.Access;
import plenum.right.Deleters;
import plenum.right.Inviters;
import plenum.right.RoomRules;

/**
 * What a room's owner and moderators decide about it.
 *
 * @param access who may come in
 * @param password of a room that has one
 * @param invited who may come in where not everybody may
 * @param moderators whom the owner appointed, without the owner
 * @param lobby whether who comes waits until a moderator admits
 * @param locked whether nobody comes in any more, but moderators and who is inside
 * @param hidden whether it is found by its address alone, and in the list by its own people
 * @param lifetime when it ends by itself
 * @param most people inside, where that is less than the site permits
 * @param floor who may do what inside
 * @param delete who may delete it
 * @param invite who may invite outsiders by guest links
 * @param messageDays how many days messages are kept; 0: while the meeting lasts
 */
public record RoomOptions(
    Access access,
    Optional<RoomPassword> password,
    Invited invited,
    List<NamedPerson> moderators,
    boolean lobby,
    boolean locked,
    boolean hidden,
    Lifetime lifetime,
    OptionalInt most,
    Floor floor,
    Deleters delete,
    Inviters invite,
    int messageDays) {

  /** Of a room about which nobody decided anything. */
  public static final RoomOptions DEFAULT =
      new RoomOptions(
          Access.OPEN,
          Optional.empty(),
          Invited.NOBODY,
          List.of(),
          false,
          false,
          false,
          Lifetime.UNLIMITED,
          OptionalInt.empty(),
          Floor.OPEN,
          Deleters.OWNER,
          Inviters.OWNER,
          0);

  public RoomOptions {
    Objects.requireNonNull(access, "a room is open to somebody");
    Objects.requireNonNull(password, "no password is not null");
    Objects.requireNonNull(invited, "nobody is not null");
    moderators = List.copyOf(moderators);
    Objects.requireNonNull(lifetime, "an unlimited lifetime is not null");
    Objects.requireNonNull(most, "no limit is not null");
    Objects.requireNonNull(floor, "the floor is somebody's");
    Objects.requireNonNull(delete, "somebody may delete");
    Objects.requireNonNull(invite, "somebody may invite");
    if (access == Access.PASSWORD && password.isEmpty()) {
      throw new IllegalArgumentException("a room that asks for its password has one");
    }
  }

  /** Every option that is not the default, by key, as a store keeps them. */
  public Map<String, String> toMap() {
    return OptionsMap.of(this);
  }

  /**
   * The options that {@link #toMap} made; others than those that this Plenum knows are ignored.
   *
   * @throws IllegalArgumentException when the value of one cannot be understood
   */
  public static RoomOptions of(Map<String, String> map) {
    return OptionsMap.options(map);
  }

  /** The same with other moderators. */
  RoomOptions with(List<NamedPerson> newModerators) {
    return with(invited, newModerators, invite);
  }

  /** The same where somebody else may invite. */
  RoomOptions inviting(Inviters inviters) {
    return with(invited, moderators, inviters);
  }

  /** Without this one among the moderators. */
  RoomOptions without(PersonId moderator) {
    return with(moderators.stream().filter(one -> !one.person().equals(moderator)).toList());
  }

  /** With nobody of this id on any list. */
  RoomOptions forgetting(PersonId person) {
    return with(invited.without(person), without(person).moderators(), invite);
  }

  private RoomOptions with(
      Invited newInvited, List<NamedPerson> newModerators, Inviters newInviters) {
    return new RoomOptions(
        access,
        password,
        newInvited,
        newModerators,
        lobby,
        locked,
        hidden,
        lifetime,
        most,
        floor,
        delete,
        newInviters,
        messageDays);
  }

  Set<PersonId> moderatorIds() {
    return moderators.stream().map(NamedPerson::person).collect(Collectors.toSet());
  }

  /** What they say about who may do what. */
  RoomRules rules(RoomId room, Optional<PersonId> owner) {
    return new RoomRules(
        room.value(),
        owner,
        moderatorIds(),
        access,
        invited.ids(),
        Set.copyOf(invited.groups()),
        lobby,
        locked,
        hidden,
        floor.share(),
        floor.speak(),
        floor.camera(),
        delete,
        invite);
  }
}
