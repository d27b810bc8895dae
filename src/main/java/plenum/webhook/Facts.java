package plenum.webhook;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Optional;
import plenum.call.Call;
import plenum.call.Party;
import plenum.identity.PersonId;
import plenum.quality.QualityReport;
import plenum.quality.Score;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomId;
import plenum.room.RoomSummary;

/** What messages tell of each event; {@code docs/operations/webhooks.md} shows it. */
final class Facts {

  private Facts() {}

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static JsonObject room(RoomSummary room) {
    return with("room", about(room)).build();
  }

  /** A room that is gone already. */
  static JsonObject room(RoomId room) {
    return with("room", Json.createObjectBuilder().add("id", room.value())).build();
  }

  private static JsonObjectBuilder with(String name, JsonObjectBuilder value) {
    return Json.createObjectBuilder().add(name, value);
  }

  private static JsonObjectBuilder about(RoomSummary room) {
    return Json.createObjectBuilder()
        .add("id", room.id().value())
        .add("name", room.name().map(name -> name.value()).orElse(""))
        .add("kind", room.kind().app())
        .add("people", room.members());
  }

  static JsonObject closed(RoomDeleted event) {
    JsonObjectBuilder room =
        Json.createObjectBuilder()
            .add("id", event.room().value())
            .add("name", event.name().value());
    JsonObjectBuilder data = with("room", room);
    event.by().ifPresent(name -> data.add("by", name.value()));
    return data.build();
  }

  static JsonObjectBuilder person(
      RoomId id, Optional<RoomSummary> room, PersonId person, String name) {
    JsonObjectBuilder about =
        room.map(Facts::about).orElseGet(() -> Json.createObjectBuilder().add("id", id.value()));
    return with("room", about).add("person", named(person, name));
  }

  private static JsonObjectBuilder named(PersonId person, String name) {
    return Json.createObjectBuilder().add("id", person.value()).add("name", name);
  }

  static JsonObject call(Call call) {
    JsonObjectBuilder about =
        Json.createObjectBuilder()
            .add("id", call.id().value())
            .add("from", side(call.from()))
            .add("to", side(call.to()))
            .add("outcome", word(call.state()))
            .add("began", call.began().toString());
    call.answered().ifPresent(at -> about.add("answered", at.toString()));
    return with("call", about).build();
  }

  private static JsonObjectBuilder side(Party party) {
    return named(party.id(), party.name().value());
  }

  static JsonObject bad(QualityReport report) {
    JsonObjectBuilder room =
        Json.createObjectBuilder()
            .add("id", report.room().value())
            .add("name", report.roomName())
            .add("kind", report.kind().app());
    return with("room", room)
        .add("person", named(report.person(), report.name()))
        .add("score", report.score().map(Score::value).orElse(0.0))
        .build();
  }
}
