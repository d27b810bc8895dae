package plenum.signal.room;

import java.util.List;
import java.util.OptionalLong;
import plenum.media.stream.Streams;
import plenum.media.ticket.Ticket;
import plenum.room.DeviceName;
import plenum.room.RoomDevice;
import plenum.room.Rooms;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.room.RoomAnswer.NamedDevice;
import plenum.signal.room.RoomMessage.AddDevice;
import plenum.signal.room.RoomMessage.RemoveDevice;
import plenum.signal.room.RoomMessage.RenewDevice;
import plenum.signal.room.RoomMessage.RequestDevice;

/** Does what clients ask for about the devices of their room. */
final class DevicePart implements Part {

  private final Rooms rooms;
  private final Streams streams;

  DevicePart(Rooms rooms, Streams streams) {
    this.rooms = rooms;
    this.streams = streams;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(AddDevice.class, this::add),
        Act.of(RemoveDevice.class, this::remove),
        Act.of(RequestDevice.class, this::request),
        Act.of(RenewDevice.class, this::renew));
  }

  private void add(Connection connection, AddDevice message) {
    DeviceName name = new DeviceName(message.name());
    answer(connection, message.request(), rooms.addDevice(connection.actor(), name));
  }

  private void remove(Connection connection, RemoveDevice message) {
    rooms.removeDevice(connection.actor(), Ids.device(message.device()));
    connection.send(new RoomAnswer.DeviceRemoved(message.request(), message.device()));
  }

  private void request(Connection connection, RequestDevice message) {
    RoomDevice device = rooms.deviceOf(connection.actor(), Ids.device(message.device()));
    answer(connection, message.request(), device);
  }

  private void renew(Connection connection, RenewDevice message) {
    RoomDevice device = rooms.renewDevice(connection.actor(), Ids.device(message.device()));
    answer(connection, message.request(), device);
  }

  /**
   * The device is the ticket's holder, not who asked for it: whoever gave a camera its address, the
   * camera replaces what its own broken connection left behind.
   */
  private void answer(Connection connection, OptionalLong request, RoomDevice device) {
    Ticket ticket = streams.deviceTicket(connection.actor(), device.stream(), device.id().value());
    connection.send(
        new RoomAnswer.Device(
            request,
            new NamedDevice(device.id().value(), device.name().value()),
            streams.ingests(device.stream(), ticket),
            ticket.expires().toString()));
  }
}
