package plenum.room;

import java.util.List;
import java.util.Optional;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.media.OnAir;
import plenum.media.StreamId;
import plenum.presence.SessionId;
import plenum.presence.Timers;

/** One person's place in one room; guarded by the registry's lock. */
final class Seat {

  static final String CAMERA = "camera";
  private static final Timers.Timer NO_TIMER = () -> {};

  private final Room room;
  private final PersonId person;
  private DisplayName name;
  private SessionId session;
  private String page;
  private Devices devices;
  private StreamId stream;
  private Optional<OnAir> onAir = Optional.empty();
  private boolean connected = true;
  private boolean pageGone;
  private Timers.Timer expiry = NO_TIMER;

  Seat(Room room, Visitor visitor, Devices devices, StreamId stream) {
    this.room = room;
    this.person = visitor.id();
    this.stream = stream;
    take(visitor, devices);
  }

  Room room() {
    return room;
  }

  PersonId person() {
    return person;
  }

  SessionId session() {
    return session;
  }

  StreamId stream() {
    return stream;
  }

  boolean isConnected() {
    return connected;
  }

  boolean isOnAir() {
    return onAir.isPresent();
  }

  /** Whether the page that publishes this seat's stream is the visitor's, as far as is known. */
  boolean isPublishedBy(Visitor visitor) {
    return !pageGone && (page.equals(visitor.page()) || !connected);
  }

  /** The person sits here, by this connection. */
  void take(Visitor visitor, Devices newDevices) {
    expiry.cancel();
    expiry = NO_TIMER;
    connected = true;
    pageGone = false;
    session = visitor.session();
    page = visitor.page();
    name = visitor.name();
    devices = newDevices;
  }

  /** Nobody is connected; the timer gives the seat up. With the page its stream ended. */
  void await(boolean saidGoodbye, Timers.Timer timer) {
    connected = false;
    pageGone = saidGoodbye;
    onAir = saidGoodbye ? Optional.empty() : onAir;
    expiry = timer;
  }

  void abandon() {
    expiry.cancel();
  }

  void replaceStream(StreamId fresh) {
    stream = fresh;
    onAir = Optional.empty();
  }

  void onAir(Optional<OnAir> reported) {
    onAir = reported;
  }

  void use(Devices newDevices) {
    devices = newDevices;
  }

  void call(DisplayName newName) {
    name = newName;
  }

  Member member() {
    List<MemberStream> streams = onAir.map(air -> MemberStream.of(air, CAMERA)).stream().toList();
    return new Member(person, name, devices, connected, streams);
  }
}
