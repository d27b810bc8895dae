package plenum.room;

import java.util.Optional;
import java.util.Set;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.time.Timers;

/** One person's place in one room; guarded by the registry's lock. */
final class Seat {

  private static final Timers.Timer NO_TIMER = () -> {};

  private final Room room;
  private final PersonId person;
  private final SeatStreams streams = new SeatStreams();
  private final Voice voice = new Voice();
  private final Hold sound = new Hold();
  private final Hold picture = new Hold();
  private DisplayName name;
  private Actor actor;
  private SessionId session;
  private String page;
  private Devices devices;
  private Gesture gesture;
  private Decoding decoding = Decoding.UNKNOWN;
  private Set<String> small = Set.of();
  private final Arrivals arrivals = new Arrivals();
  private boolean connected = true;
  private boolean pageGone;
  private Optional<String> login = Optional.empty();
  private Timers.Timer expiry = NO_TIMER;

  Seat(Actor actor, Room room, Devices devices) {
    this.room = room;
    this.person = actor.person();
    this.gesture = Gesture.none(person);
    take(actor, devices);
  }

  Room room() {
    return room;
  }

  PersonId person() {
    return person;
  }

  DisplayName name() {
    return name;
  }

  SessionId session() {
    return session;
  }

  /** Who sits here, as of when the seat was taken by this connection. */
  Actor actor() {
    return actor;
  }

  /** Whether a moderator switched the microphone off. */
  Hold sound() {
    return sound;
  }

  /** Whether a moderator switched the camera off. */
  Hold picture() {
    return picture;
  }

  SeatStreams streams() {
    return streams;
  }

  Voice voice() {
    return voice;
  }

  /** Whether others can hear the person at all. */
  boolean isHeard() {
    return connected && devices().isHeard();
  }

  boolean isConnected() {
    return connected;
  }

  /** Whether the page that publishes this seat's streams is the actor's, as far as is known. */
  boolean isPublishedBy(Actor actor) {
    return !pageGone && (page.equals(actor.page()) || !connected);
  }

  /** The person sits here, by this connection. */
  void take(Actor actor, Devices newDevices) {
    expiry.cancel();
    expiry = NO_TIMER;
    connected = true;
    pageGone = false;
    this.actor = actor;
    session = actor.session();
    page = actor.page();
    name = actor.name();
    use(newDevices);
  }

  /** Nobody is connected; the timer gives the seat up, or the end of that login does. */
  void await(boolean saidGoodbye, Optional<String> by, Timers.Timer timer) {
    connected = false;
    pageGone = saidGoodbye;
    login = by;
    expiry = timer;
  }

  /** Whether it waits for who was known by this login. */
  boolean isKeptFor(String one) {
    return !connected && login.filter(one::equals).isPresent();
  }

  void abandon() {
    expiry.cancel();
  }

  void use(Devices newDevices) {
    devices = newDevices;
    sound.told(newDevices.muted());
    picture.told(newDevices.cameraOff());
  }

  /** What others notice of them, whatever the page says. */
  Devices devices() {
    return new Devices(
        devices.camera(),
        devices.microphone(),
        devices.cameraOff() || picture.isOn() || streams.holdsPicture(),
        devices.muted() || sound.isOn() || streams.holdsSound(),
        devices.cameraBlocked(),
        devices.microphoneBlocked());
  }

  Decoding decoding() {
    return decoding;
  }

  /** The page can decode this. */
  void decode(Decoding newDecoding) {
    decoding = newDecoding;
  }

  /** The streams of others that the page shows small. */
  Set<String> small() {
    return small;
  }

  /** The page shows these small, and no others. */
  void showSmall(Set<String> streams) {
    small = Set.copyOf(streams);
  }

  /** How what the page plays arrives there. */
  Arrivals arrivals() {
    return arrivals;
  }

  /** What the person shows without speaking. */
  Gesture gesture() {
    return gesture;
  }

  /** The person shows this from now on. */
  void show(Gesture now) {
    gesture = now;
  }

  void call(DisplayName newName) {
    name = newName;
  }

  Member member() {
    return new Member(person, name, devices(), connected, streams.seen());
  }
}
