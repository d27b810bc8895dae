package plenum.right;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import plenum.identity.PersonId;

/**
 * What a room says about who may do what there.
 *
 * @param room its id
 * @param owner whose room it is; not known of a room that an earlier version of Plenum kept
 * @param moderators whom the owner appointed, without the owner
 * @param members who may come in where only members may
 * @param groups whose people may come in there
 * @param lobby whether who comes waits to be admitted
 * @param locked whether nobody comes in any more
 * @param hidden whether it is in no list but its own people's
 * @param share who may show a screen
 * @param speak who may be heard
 * @param camera who may be seen
 * @param invite who may invite outsiders
 */
public record RoomRules(
    String room,
    Optional<PersonId> owner,
    Set<PersonId> moderators,
    Access access,
    Set<PersonId> members,
    Set<String> groups,
    boolean lobby,
    boolean locked,
    boolean hidden,
    Who share,
    Who speak,
    Who camera,
    Deleters delete,
    Inviters invite) {

  public RoomRules {
    Objects.requireNonNull(room, "rules are a room's");
    Objects.requireNonNull(owner, "an unknown owner is not null");
    moderators = Set.copyOf(moderators);
    Objects.requireNonNull(access, "a room is open to somebody");
    members = Set.copyOf(members);
    groups = Set.copyOf(groups);
    Objects.requireNonNull(share, "somebody may share");
    Objects.requireNonNull(speak, "somebody may speak");
    Objects.requireNonNull(camera, "somebody may be seen");
    Objects.requireNonNull(delete, "somebody may delete");
    Objects.requireNonNull(invite, "somebody may invite");
  }

  /** An open room, in which everybody may do everything. */
  public static RoomRules open(Optional<PersonId> owner) {
    return new RoomRules(
        "",
        owner,
        Set.of(),
        Access.OPEN,
        Set.of(),
        Set.of(),
        false,
        false,
        false,
        Who.EVERYBODY,
        Who.EVERYBODY,
        Who.EVERYBODY,
        Deleters.OWNER,
        Inviters.OWNER);
  }
}
