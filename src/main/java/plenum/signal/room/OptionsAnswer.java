package plenum.signal.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import plenum.room.NamedPerson;
import plenum.signal.protocol.ServerMessage;
import plenum.text.Refused;

/** What the server tells about a room's options to whom may set them. */
public sealed interface OptionsAnswer extends ServerMessage {

  record RoomOptions(OptionalLong request, String room, All options) implements OptionsAnswer {}

  /**
   * All options.
   *
   * @param hasPassword whether there is one; it is told to nobody
   * @param idle minutes
   */
  record All(
      String access,
      boolean hasPassword,
      List<Named> members,
      List<String> groups,
      List<Named> moderators,
      boolean lobby,
      boolean locked,
      boolean hidden,
      OptionalLong idle,
      Optional<String> ends,
      OptionalInt most,
      String share,
      String speak,
      String camera,
      String delete,
      String invite,
      int messageDays) {

    static All of(plenum.room.RoomOptions options) {
      return new All(
          Refused.codeOf(options.access()),
          options.password().isPresent(),
          Named.of(options.invited().persons()),
          options.invited().groups(),
          Named.of(options.moderators()),
          options.lobby(),
          options.locked(),
          options.hidden(),
          options
              .lifetime()
              .idle()
              .map(Duration::toMinutes)
              .map(OptionalLong::of)
              .orElse(OptionalLong.empty()),
          options.lifetime().ends().map(Instant::toString),
          options.most(),
          Refused.codeOf(options.floor().share()),
          Refused.codeOf(options.floor().speak()),
          Refused.codeOf(options.floor().camera()),
          Refused.codeOf(options.delete()),
          Refused.codeOf(options.invite()),
          options.messageDays());
    }
  }

  /** Somebody who need not be here. */
  record Named(String id, String name) {

    static List<Named> of(List<NamedPerson> persons) {
      return persons.stream()
          .map(one -> new Named(one.person().value(), one.name().value()))
          .toList();
    }
  }
}
