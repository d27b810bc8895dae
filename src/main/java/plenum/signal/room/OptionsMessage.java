package plenum.signal.room;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What a client may send about the options of a room. */
public sealed interface OptionsMessage extends ClientMessage {

  record GetRoomOptions(OptionalLong request, String room) implements OptionsMessage {}

  record SetRoomOptions(OptionalLong request, String room, Wanted options)
      implements OptionsMessage {}

  /**
   * All options of a room, as somebody wants them.
   *
   * @param password another one; the present one stays when it is missing
   * @param members the ids of persons who may come in
   * @param idle minutes after which the room ends when nobody is inside
   * @param ends when it ends, in ISO 8601
   * @param messageDays how many days messages are kept; missing: while the meeting lasts
   */
  record Wanted(
      Optional<String> access,
      Optional<String> password,
      List<String> members,
      List<String> groups,
      boolean lobby,
      boolean locked,
      boolean hidden,
      OptionalLong idle,
      Optional<String> ends,
      OptionalLong most,
      Optional<String> share,
      Optional<String> speak,
      Optional<String> camera,
      Optional<String> delete,
      Optional<String> invite,
      OptionalLong messageDays) {

    public Wanted {
      members = members == null ? List.of() : List.copyOf(members);
      groups = groups == null ? List.of() : List.copyOf(groups);
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Wanted[access=" + access + "]";
    }
  }
}
