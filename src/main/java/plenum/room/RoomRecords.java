package plenum.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;

/** The rooms in which a person has something to say, or is on a list. */
@ApplicationScoped
public class RoomRecords implements PersonalRecords {

  private Rooms rooms;

  /** For the container's proxy only. */
  protected RoomRecords() {}

  @Inject
  RoomRecords(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public String name() {
    return "rooms";
  }

  @Override
  public Turn turn() {
    return Turn.PLACES;
  }

  @Override
  public JsonValue of(PersonId person) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (RoomSummary room : rooms.rooms()) {
      boolean owner = room.owner().filter(one -> one.person().equals(person)).isPresent();
      boolean moderator = isOn(room.options().moderators(), person);
      boolean member = isOn(room.options().invited().persons(), person);
      if (owner || moderator || member) {
        list.add(
            Json.createObjectBuilder()
                .add("id", room.id().value())
                .add("name", room.name().map(RoomName::value).orElse(""))
                .add("owner", owner)
                .add("moderator", moderator)
                .add("member", member));
      }
    }
    return list.build();
  }

  private static boolean isOn(List<NamedPerson> list, PersonId person) {
    return list.stream().anyMatch(one -> one.person().equals(person));
  }

  @Override
  public void erase(Erasure erasure) {
    rooms.forget(erasure.person());
  }
}
