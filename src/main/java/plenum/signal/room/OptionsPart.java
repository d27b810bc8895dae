package plenum.signal.room;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plenum.identity.PersonId;
import plenum.presence.Presence;
import plenum.room.Moderation;
import plenum.room.NamedPerson;
import plenum.room.RoomId;
import plenum.room.RoomOptions;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.BadMessage;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.room.OptionsMessage.GetRoomOptions;
import plenum.signal.room.OptionsMessage.SetRoomOptions;

/** Does what clients ask for about the options of rooms. */
final class OptionsPart implements Part {

  private final Moderation moderation;
  private final Presence presence;
  private final InstantSource clock;

  OptionsPart(Moderation moderation, Presence presence, InstantSource clock) {
    this.moderation = moderation;
    this.presence = presence;
    this.clock = clock;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(GetRoomOptions.class, this::get),
        Act.of(SetRoomOptions.class, this::set).slowly(OptionsPart::hasPassword));
  }

  private static boolean hasPassword(SetRoomOptions message) {
    return message.options() != null && message.options().password().isPresent();
  }

  private void get(Connection connection, GetRoomOptions message) {
    RoomId room = Ids.room(message.room());
    answer(connection, message.request(), room, moderation.options(connection.actor(), room));
  }

  private void set(Connection connection, SetRoomOptions message) {
    if (message.options() == null) {
      throw BadMessage.of(message.request(), "bad-message.options");
    }
    RoomId room = Ids.room(message.room());
    if (!moderation.moderates(connection.actor(), room)) {
      moderation.decide(connection.actor(), room, same -> same); // Refused, before any work.
    }
    WantedOptions wanted = new WantedOptions(message.options(), this::here, clock);
    RoomOptions now = moderation.decide(connection.actor(), room, wanted::of);
    answer(connection, message.request(), room, now);
  }

  private Optional<NamedPerson> here(PersonId id) {
    return presence.person(id).map(person -> new NamedPerson(id, person.name()));
  }

  private static void answer(
      Connection connection, OptionalLong request, RoomId room, RoomOptions options) {
    connection.send(
        new OptionsAnswer.RoomOptions(request, room.value(), OptionsAnswer.All.of(options)));
  }
}
