package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import plenum.audit.AuditEntry;
import plenum.identity.Actor;
import plenum.identity.Invitation;
import plenum.identity.SessionId;
import plenum.identity.Standing;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.room.RoomEvent.Uninvited;
import plenum.room.RoomRefused.Reason;
import plenum.room.Rooms.Arrival;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

/** What people do in rooms who came by a guest link. */
class GuestLinkSeatsTest {

  private static final Devices ON = Devices.of(true, true, false, false);

  private final OpenStreams streams = new OpenStreams();
  private final List<RoomEvent> events = new ArrayList<>();
  private final List<AuditEntry> trail = new ArrayList<>();
  private final InMemoryRooms rooms =
      RoomsForTests.rooms(
          RoomsForTests.limits(10, 5, 2, Duration.ofSeconds(60)),
          new ManualTimers(),
          streams,
          new MemoryRoomStore(),
          trail::add,
          events::add);
  private final Moderation moderation = rooms.moderation();
  private final Actor ada = Actors.named("Ada");
  private final Actor grace = Actors.named("Grace");
  private final RoomId room = rooms.create(ada, new RoomName("Stand-up"), PlaceKind.GROUP).id();
  private final RoomId other = rooms.create(ada, new RoomName("Board"), PlaceKind.GROUP).id();
  private final Actor outsider = invited("Outsider", true, true);

  private Actor invited(String name, boolean only, boolean open) {
    Actor known = Actors.known(name);
    return Actor.of(
        known.person(),
        known.name(),
        Standing.NONE.with(new Invitation("link", room.value(), only, open)),
        SessionId.fresh(),
        Actors.HERE,
        "page");
  }

  private void set(String... pairs) {
    moderation.decide(ada, room, before -> RoomsForTests.with(before, pairs));
  }

  private static void refused(Reason reason, Executable step) {
    assertEquals(reason, assertThrows(RoomRefused.class, step).reason());
  }

  private Arrival join(Actor actor) {
    return rooms.join(actor, room, ON);
  }

  private void guard() {
    set("access", "password", "password", RoomPassword.of("open sesame").hash(), "lobby", "true");
  }

  @Test
  void comePastListPasswordAndLobby() {
    guard();
    assertEquals(Arrival.SEATED, join(outsider));
    assertEquals(Arrival.SEATED, join(invited("Guest", false, true)));
    refused(Reason.PASSWORD_NEEDED, () -> join(grace));
    set("access", "members", "lobby", "false", "hidden", "true");
    assertEquals(Arrival.SEATED, join(invited("Late", true, true)));
    assertTrue(moderation.finds(outsider, room));
    refused(Reason.NOT_ALLOWED, () -> join(grace));
  }

  @Test
  void doNotComeIntoALockedRoomNorBackUnaskedAfterTheyWereSentOut() {
    set("locked", "true");
    refused(Reason.ROOM_LOCKED, () -> join(outsider));
    set("locked", "");
    join(ada);
    join(outsider);
    moderation.remove(ada, outsider.person());
    assertEquals(Arrival.WAITING, join(outsider));
    moderation.ban(ada, outsider.person());
    refused(Reason.BANNED, () -> join(outsider));
  }

  @Test
  void doNotComeByALinkThatEnded() {
    refused(Reason.NOT_ALLOWED, () -> join(invited("Outsider", true, false)));
    assertEquals(Arrival.SEATED, join(invited("Guest", false, false)), "an open room");
    guard();
    refused(Reason.PASSWORD_NEEDED, () -> join(invited("Other", false, false)));
  }

  @Test
  void doNothingElseWhenTheLinkIsAllTheyHave() {
    refused(Reason.NOT_ALLOWED, () -> rooms.join(outsider, other, ON));
    refused(
        Reason.NOT_ALLOWED, () -> rooms.create(outsider, new RoomName("Mine"), PlaceKind.GROUP));
    assertFalse(moderation.finds(outsider, other));
    refused(Reason.NOT_ALLOWED, () -> moderation.requireWatchable(outsider, other));
    join(outsider);
    refused(Reason.NOT_ALLOWED, () -> rooms.addDevice(outsider, new DeviceName("Camera")));
    join(ada);
    RoomDevice device = rooms.addDevice(ada, new DeviceName("Camera"));
    refused(Reason.NOT_ALLOWED, () -> rooms.removeDevice(outsider, device.id()));
    refused(Reason.NOT_ALLOWED, () -> moderation.appoint(ada, outsider.person()));
    refused(Reason.NOT_ALLOWED, () -> moderation.handOver(ada, outsider.person()));
    rooms.join(invited("Guest", false, true), other, ON);
  }

  @Test
  void loseTheirSeatAndStreamsWhenTheLinkEnds() {
    guard();
    join(ada);
    join(outsider);
    StreamId own = rooms.publish(outsider, "camera");
    StreamId seen = rooms.publish(ada, "camera");

    rooms.invitationEnded(room, "another link");
    assertTrue(rooms.member(room, outsider.person()).isPresent());
    rooms.invitationEnded(room, "link");

    assertTrue(rooms.member(room, outsider.person()).isEmpty());
    assertFalse(streams.open.contains(own));
    assertEquals(List.of(outsider.person()), streams.sentAway.get(seen));
    assertTrue(events.contains(new Uninvited(room, outsider.session())));
    assertTrue(rooms.member(room, ada.person()).isPresent());
    rooms.invitationEnded(new RoomId("nowhere"), "link");
  }

  @Test
  void stayWhereTheyNeedNoLink() {
    Actor guest = invited("Guest", false, true);
    join(guest);
    join(outsider);
    rooms.invitationEnded(room, "link");
    assertTrue(rooms.member(room, guest.person()).isPresent(), "everybody may be here");
    assertTrue(rooms.member(room, outsider.person()).isEmpty());
    set("lobby", "true");
    rooms.invitationEnded(room, "link");
    assertTrue(rooms.member(room, guest.person()).isEmpty(), "others would have to wait");
  }

  @Test
  void areInvitedByTheOwnerAndByModeratorsWhereTheOwnerSaysSo() {
    join(ada);
    join(grace);
    moderation.appoint(ada, grace.person());
    moderation.requireInviting(ada, room, "make-guest-link");
    refused(Reason.NOT_ALLOWED, () -> moderation.requireInviting(grace, room, "make-guest-link"));
    assertEquals(
        "make-guest-link not-allowed",
        trail.get(trail.size() - 1).act() + " " + trail.get(trail.size() - 1).detail());
    moderation.decide(grace, room, before -> RoomsForTests.with(before, "invite", "moderators"));
    assertFalse(moderation.mayInvite(grace, room), "it is not hers to decide");
    set("invite", "moderators");
    assertTrue(moderation.mayInvite(grace, room));
    assertFalse(moderation.mayInvite(outsider, room));
    assertFalse(moderation.mayInvite(ada, new RoomId("nowhere")));
    assertEquals(
        Optional.of(ada.person()), rooms.room(room).orElseThrow().owner().map(Owner::person));
  }

  @Test
  void leaveTracesOfTicketsThatTheyWereRefused() {
    assertThrows(RoomRefused.class, () -> rooms.publish(outsider, "camera"));
    assertThrows(RoomRefused.class, () -> rooms.play(outsider, "none"));
    assertThrows(RoomRefused.class, () -> rooms.view(outsider, room, "none"));
    assertEquals(
        List.of(
            "request-publish camera not-in-a-room",
            "request-play none not-in-a-room",
            "request-view " + room + " none no-such-stream"),
        trail.stream()
            .filter(one -> one.act().startsWith("request-"))
            .map(one -> one.act() + " " + one.object() + " " + one.detail())
            .toList());
  }
}
