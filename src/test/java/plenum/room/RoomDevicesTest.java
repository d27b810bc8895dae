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
import plenum.identity.Actor;
import plenum.media.OnAir;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.room.RoomEvent.DeviceAdded;
import plenum.room.RoomEvent.DeviceRemoved;
import plenum.room.RoomEvent.DeviceUpdated;
import plenum.room.RoomRefused.Reason;
import plenum.settings.RoomSettings;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class RoomDevicesTest {

  private final OpenStreams streams = new OpenStreams();
  private final List<RoomEvent> events = new ArrayList<>();
  private final InMemoryRooms rooms = roomsWith(2);

  private final RoomId room = create(rooms, "Stand-up").id();
  private final RoomId other = create(rooms, "Other").id();
  private final Actor ada = enter("Ada", room);

  private InMemoryRooms roomsWith(int devices) {
    RoomSettings limits = RoomsForTests.limits(2, 2, devices, Duration.ofSeconds(60));
    return RoomsForTests.rooms(limits, new ManualTimers(), streams, events::add);
  }

  private static RoomSummary create(Rooms rooms, String name) {
    return rooms.create(Actors.known("Owner"), new RoomName(name), PlaceKind.GROUP);
  }

  private Actor enter(String name, RoomId where) {
    return enter(rooms, name, where);
  }

  private static Actor enter(InMemoryRooms rooms, String name, RoomId where) {
    Actor actor = Actors.known(name);
    rooms.join(actor, where, Devices.NONE);
    return actor;
  }

  private RoomDevice add(String name) {
    return rooms.addDevice(ada, new DeviceName(name));
  }

  private RoomDevice device(RoomDevice added) {
    return rooms.device(room, added.id()).orElseThrow();
  }

  private static void refused(Reason reason, Executable step) {
    assertEquals(reason, assertThrows(RoomRefused.class, step).reason());
  }

  @Test
  void waitsForADeviceThatWasAdded() {
    RoomDevice gate = add("Gate camera");

    assertEquals(List.of(gate), rooms.devices(room));
    assertTrue(gate.streams().isEmpty());
    assertTrue(streams.open.contains(gate.stream()));
    assertTrue(gate.stream().name().endsWith("-device"));
    assertTrue(events.contains(new DeviceAdded(room, gate.id())));
  }

  @Test
  void hasADeviceOnAirForAsLongAsTheNodeReportsIt() {
    RoomDevice gate = add("Gate camera");
    rooms.published(new OnAir(gate.stream(), false, true, "H264"));

    assertEquals(
        List.of(new MemberStream(gate.stream().name(), "device", false, true, "H264")),
        device(gate).streams());
    assertTrue(events.contains(new DeviceUpdated(room, gate.id())));

    rooms.unpublished(gate.stream());
    assertEquals(List.of(gate), rooms.devices(room));
  }

  @Test
  void countsDevicesNeitherAsPeopleNorTowardsTheirLimit() {
    RoomDevice gate = add("Gate camera");
    rooms.published(new OnAir(gate.stream(), true, true, "H264"));
    enter("Grace", room);

    assertEquals(2, rooms.room(room).orElseThrow().members());
    assertEquals(2, rooms.members(room).size());
  }

  @Test
  void takesNamesOfOneToFortyCharacters() {
    assertEquals("x".repeat(40), add("x".repeat(40)).name().value());
    refused(Reason.DEVICE_NAME_INVALID, () -> add("x".repeat(41)));
    refused(Reason.DEVICE_NAME_INVALID, () -> add(" \u200d"));
    refused(Reason.DEVICE_NAME_INVALID, () -> add("two\nlines"));
  }

  @Test
  void refusesANameThatLooksLikeAnotherDevicesOfTheRoom() {
    add("Gate camera");

    refused(Reason.DEVICE_NAME_TAKEN, () -> add("GATE  camera"));
    Actor grace = enter("Grace", other);
    assertEquals(
        "Gate camera", rooms.addDevice(grace, new DeviceName("Gate camera")).name().value());
  }

  @Test
  void refusesMoreDevicesThanPermittedAndKeepsNoStreamForThem() {
    RoomDevice first = add("First");
    add("Second");
    int open = streams.open.size();

    refused(Reason.TOO_MANY_DEVICES, () -> add("Third"));
    assertEquals(open, streams.open.size());

    rooms.removeDevice(ada, first.id());
    add("Third");
    assertEquals(2, rooms.devices(room).size());
  }

  @Test
  void permitsNoDeviceWhereTheLimitIsZero() {
    InMemoryRooms without = roomsWith(0);
    RoomId bare = create(without, "Bare").id();
    Actor grace = enter(without, "Grace", bare);

    refused(Reason.NOT_ALLOWED, () -> without.addDevice(grace, new DeviceName("Gate camera")));
  }

  @Test
  void letsOnlyMembersAddRemoveAndSeeTheAddress() {
    RoomDevice gate = add("Gate camera");
    Actor stranger = Actors.named("Stranger");

    refused(
        Reason.NOT_IN_A_ROOM, () -> rooms.addDevice(stranger, new DeviceName("Another camera")));
    refused(Reason.NOT_IN_A_ROOM, () -> rooms.removeDevice(stranger, gate.id()));
    refused(Reason.NOT_IN_A_ROOM, () -> rooms.deviceOf(stranger, gate.id()));
  }

  @Test
  void keepsMembersOfOtherRoomsFromIt() {
    RoomDevice gate = add("Gate camera");
    Actor grace = enter("Grace", other);

    refused(Reason.NO_SUCH_DEVICE, () -> rooms.removeDevice(grace, gate.id()));
    refused(Reason.NO_SUCH_DEVICE, () -> rooms.deviceOf(grace, gate.id()));
    refused(Reason.NO_SUCH_STREAM, () -> rooms.play(grace, gate.stream().name()));
    assertEquals(Optional.empty(), rooms.device(other, gate.id()));
  }

  @Test
  void letsAnyMemberRemoveADeviceAndEndsItsStream() {
    RoomDevice gate = add("Gate camera");
    rooms.published(new OnAir(gate.stream(), true, true, "H264"));
    Actor grace = enter("Grace", room);
    rooms.removeDevice(grace, gate.id());

    assertTrue(rooms.devices(room).isEmpty());
    assertFalse(streams.open.contains(gate.stream()));
    assertTrue(events.contains(new DeviceRemoved(room, gate.id())));
    refused(Reason.NO_SUCH_DEVICE, () -> rooms.removeDevice(ada, gate.id()));
  }

  @Test
  void ignoresWhatIsReportedOfARemovedDevice() {
    RoomDevice gate = add("Gate camera");
    rooms.removeDevice(ada, gate.id());
    int told = events.size();
    rooms.published(new OnAir(gate.stream(), true, true, "H264"));
    rooms.unpublished(gate.stream());

    assertTrue(rooms.devices(room).isEmpty());
    assertEquals(told, events.size());
  }

  @Test
  void endsTheDevicesOfWhomAModeratorSendsOut() {
    RoomDevice gate = add("Gate camera");
    Actor owner = enter("Owner", room);
    RoomDevice hall = rooms.addDevice(owner, new DeviceName("Hall"));

    rooms.moderation().remove(owner, ada.person());

    assertEquals(List.of(hall), rooms.devices(room));
    assertFalse(streams.open.contains(gate.stream()));
    assertTrue(events.contains(new DeviceRemoved(room, gate.id())));
  }

  @Test
  void endsItsDevicesWithTheRoom() {
    RoomDevice gate = add("Gate camera");
    rooms.delete(Actors.known("Owner"), room, true);

    assertTrue(rooms.devices(room).isEmpty());
    assertFalse(streams.open.contains(gate.stream()));
  }

  @Test
  void keepsDevicesWhenEverybodyLeftAndDeletesSuchARoomWithoutAsking() {
    RoomDevice gate = add("Gate camera");
    rooms.leave(ada);

    assertEquals(List.of(gate), rooms.devices(room));
    assertTrue(streams.open.contains(gate.stream()));

    rooms.delete(Actors.known("Owner"), room, false);
    assertTrue(streams.open.isEmpty());
  }

  @Test
  void isPlayedByMembersAndByNobodyWhoLeft() {
    RoomDevice gate = add("Gate camera");
    StreamId stream = rooms.play(ada, gate.stream().name());
    assertEquals(gate.stream(), stream);

    rooms.leave(ada);
    assertEquals(List.of(Actors.id("Ada")), streams.sentAway.get(gate.stream()));
  }

  @Test
  void hasTheSameStreamWhenItsAddressIsAskedForAgain() {
    RoomDevice gate = add("Gate camera");

    assertEquals(gate.stream(), rooms.deviceOf(ada, gate.id()).stream());
  }

  @Test
  void showsItsKeyToWhoAddedItAlone() {
    RoomDevice gate = add("Gate camera");
    Actor owner = enter("Owner", room);
    refused(Reason.NOT_ALLOWED, () -> rooms.deviceOf(owner, gate.id()));
    rooms.leave(owner);
    Actor grace = enter("Grace", room);

    assertEquals(ada.person(), gate.holder());
    refused(Reason.NOT_ALLOWED, () -> rooms.deviceOf(grace, gate.id()));
    refused(Reason.NOT_ALLOWED, () -> rooms.renewDevice(grace, gate.id()));
    assertTrue(streams.open.contains(gate.stream()));
  }

  @Test
  void getsAnotherKeyByTheRoomsOwnerWhoHoldsItThen() {
    RoomDevice gate = add("Gate camera");
    rooms.published(new OnAir(gate.stream(), false, true, "H264"));
    Actor owner = enter("Owner", room);
    RoomDevice renewed = rooms.renewDevice(owner, gate.id());

    assertEquals(gate.id(), renewed.id());
    assertEquals(owner.person(), renewed.holder());
    assertFalse(streams.open.contains(gate.stream()));
    assertTrue(streams.open.contains(renewed.stream()));
    assertTrue(device(gate).streams().isEmpty());
    assertTrue(events.contains(new DeviceUpdated(room, gate.id())));
    refused(Reason.NOT_ALLOWED, () -> rooms.deviceOf(ada, gate.id()));

    rooms.published(new OnAir(gate.stream(), false, true, "H264"));
    assertTrue(device(gate).streams().isEmpty());
    rooms.published(new OnAir(renewed.stream(), false, true, "H264"));
    assertEquals(1, device(gate).streams().size());
  }

  @Test
  void getsAnotherKeyByWhoAddedIt() {
    RoomDevice gate = add("Gate camera");

    assertEquals(ada.person(), rooms.renewDevice(ada, gate.id()).holder());
  }

  @Test
  void keepsNoStreamForAKeyThatIsNotRenewed() {
    RoomDevice gate = add("Gate camera");
    Actor grace = enter("Grace", other);
    int open = streams.open.size();

    refused(Reason.NO_SUCH_DEVICE, () -> rooms.renewDevice(grace, gate.id()));
    refused(Reason.NOT_IN_A_ROOM, () -> rooms.renewDevice(Actors.named("Eve"), gate.id()));
    assertEquals(open, streams.open.size());
  }
}
