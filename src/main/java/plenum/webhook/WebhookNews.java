package plenum.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import plenum.call.CallEvent.CallOver;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.presence.Presence;
import plenum.quality.QualityReported;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.RoomCreated;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomId;
import plenum.room.RoomSummary;
import plenum.room.Rooms;

/** Observes what happens, and tells it to those who want it. */
@ApplicationScoped
class WebhookNews {

  private record Place(RoomId room, PersonId person) {}

  private final BadQuality bad = new BadQuality();

  /** How those are called who sit in rooms: who has left is known by no room. */
  private final Map<Place, String> names = new ConcurrentHashMap<>();

  private Supplier<Webhooks> webhooks;
  private Rooms rooms;
  private Presence presence;

  /** For the container's proxy only. */
  protected WebhookNews() {}

  @Inject
  WebhookNews(WebhookOffice office, Rooms rooms, Presence presence) {
    this(office::webhooks, rooms, presence);
  }

  WebhookNews(Supplier<Webhooks> webhooks, Rooms rooms, Presence presence) {
    this.webhooks = webhooks;
    this.rooms = rooms;
    this.presence = presence;
  }

  void opened(@Observes RoomCreated event) {
    tell(
        WebhookEvent.ROOM_OPENED,
        () -> rooms.room(event.room()).map(Facts::room).orElseGet(() -> Facts.room(event.room())));
  }

  /** Who was inside has left with it, of which there are no events. */
  void closed(@Observes RoomDeleted event) {
    for (Seated inside : event.inside()) {
      bad.left(event.room(), inside.person());
      Optional.ofNullable(names.remove(new Place(event.room(), inside.person())))
          .ifPresent(name -> tellGone(event, inside.person(), name));
    }
    tell(WebhookEvent.ROOM_CLOSED, () -> Facts.closed(event));
  }

  private void tellGone(RoomDeleted event, PersonId person, String name) {
    tell(
        WebhookEvent.PERSON_LEFT,
        () ->
            Facts.person(event.room(), Optional.empty(), person, name)
                .add("reason", "closed")
                .build());
  }

  void joined(@Observes MemberJoined event) {
    Optional<RoomSummary> room = rooms.room(event.room());
    if (room.filter(WebhookNews::isCall).isPresent()) {
      return;
    }
    String name = name(event.person());
    names.put(new Place(event.room(), event.person()), name);
    tell(
        WebhookEvent.PERSON_JOINED,
        () -> Facts.person(event.room(), room, event.person(), name).build());
  }

  void left(@Observes MemberLeft event) {
    bad.left(event.room(), event.person());
    String known = names.remove(new Place(event.room(), event.person()));
    Optional<RoomSummary> room = rooms.room(event.room());
    boolean becameRoom = room.isPresent() && !isCall(room.get());
    if (known == null && !becameRoom) {
      return; // Nobody is told of calls, until they are rooms.
    }
    String name = known == null ? name(event.person()) : known;
    tell(
        WebhookEvent.PERSON_LEFT,
        () ->
            Facts.person(event.room(), room, event.person(), name)
                .add("reason", Facts.word(event.reason()))
                .build());
  }

  private String name(PersonId person) {
    return presence.nameOf(person).map(DisplayName::value).orElse("");
  }

  private static boolean isCall(RoomSummary room) {
    return room.kind() == PlaceKind.CALL;
  }

  void over(@Observes CallOver event) {
    tell(WebhookEvent.CALL_ENDED, () -> Facts.call(event.call()));
  }

  /** Not of calls: who talks with whom nobody is told. */
  void reported(@Observes QualityReported event) {
    if (event.report().kind() == PlaceKind.CALL) {
      return;
    }
    if (webhooks.get().isWanted(WebhookEvent.QUALITY_BAD) && bad.isNews(event.report())) {
      tell(WebhookEvent.QUALITY_BAD, () -> Facts.bad(event.report()));
    }
  }

  private void tell(WebhookEvent event, Supplier<JsonObject> data) {
    if (webhooks.get().isWanted(event)) {
      webhooks.get().tell(event, data.get());
    }
  }
}
