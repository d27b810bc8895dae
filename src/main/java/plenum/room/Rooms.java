package plenum.room;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.media.OnAir;
import plenum.media.PlaceKind;
import plenum.media.StreamId;

/**
 * The rooms and who sits in them. Thread-safe; calls return at once. What cannot be done is thrown
 * as {@link RoomRefused} and changed nothing.
 *
 * <p>What a person does begins with the {@link Actor}. What begins otherwise is a question, or
 * nobody's act: the life of a call's room, which the call decides, and reports of what happened.
 */
public interface Rooms {

  /** Every room that everybody may know of, in the order they were made; no calls. */
  List<RoomSummary> rooms();

  /** One room, if there is such; also a call. */
  Optional<RoomSummary> room(RoomId room);

  /** Everybody in a room, in the order they came; empty for an unknown room. */
  List<Member> members(RoomId room);

  /** Somebody in a room, if there. */
  Optional<Member> member(RoomId room, PersonId person);

  /** Whether the connection holds a seat. */
  boolean isSeated(SessionId session);

  /** The room in which a person has a seat. */
  Optional<RoomId> seatOf(PersonId person);

  /** The room of the seat that the connection holds. */
  Optional<RoomSummary> roomOf(SessionId session);

  /**
   * A new room, which belongs to whoever makes it.
   *
   * @param kind no call
   */
  RoomSummary create(Actor actor, RoomName name, PlaceKind kind);

  /**
   * Nobody's act: the call that begins brings a new room along, without a name, in no list, and
   * only these persons may join it, besides those who are {@link #admit admitted} later.
   */
  RoomId openCall(Set<PersonId> permitted);

  /**
   * Nobody's act, but the call's: one more person may join its room. Does nothing when the room is
   * gone.
   */
  void admit(RoomId call, PersonId person);

  /**
   * Nobody's act: the call is over, and its room with it; who is inside has no seat any more. Does
   * nothing when the room is gone, or is no call any more.
   */
  void closeCall(RoomId room);

  /**
   * Makes a call's room one of the group rooms, which belongs to whoever does. Everybody stays
   * seated, and streams go on. That the actor is one of the call is for the call to see.
   *
   * @throws RoomRefused as {@link #create} does, or {@code NO_SUCH_ROOM}; {@code NOT_ALLOWED} when
   *     it is no call
   */
  RoomSummary makeGroup(Actor actor, RoomId room, RoomName name);

  /**
   * Deletes a room; a call cannot be deleted.
   *
   * @param force also when people are inside
   * @throws RoomRefused {@code NO_SUCH_ROOM}; {@code NOT_ALLOWED} for a call, and to whom {@link
   *     plenum.right.Rights} does not permit it; {@code ROOM_NOT_EMPTY}
   */
  void delete(Actor actor, RoomId room, boolean force);

  /**
   * Takes a seat, or the same one again. A seat that another connection of the same person holds
   * moves to this one; one in another room is given up. A call admits its own persons only. A room
   * admits whom its options permit it, now, or after waiting: then it is joined again.
   *
   * @param password which may be given, where the room has one
   * @return whether there is a seat now, or the actor waits to be admitted
   * @throws RoomRefused {@code NO_SUCH_ROOM}, {@code ROOM_FULL}, {@code NOT_ALLOWED}, {@code
   *     BANNED}, {@code ROOM_LOCKED}, {@code PASSWORD_NEEDED}, {@code PASSWORD_WRONG}, {@code
   *     TOO_MANY_ATTEMPTS}
   */
  Arrival join(
      Actor actor, RoomId room, Devices devices, Decoding decoding, Optional<String> password);

  /** What became of somebody who wanted to join. */
  enum Arrival {
    SEATED,
    WAITING
  }

  /** The same without a password. */
  default Arrival join(Actor actor, RoomId room, Devices devices, Decoding decoding) {
    return join(actor, room, devices, decoding, Optional.empty());
  }

  /** The same with a page that does not say what it can decode. */
  default Arrival join(Actor actor, RoomId room, Devices devices) {
    return join(actor, room, devices, Decoding.UNKNOWN);
  }

  /**
   * The page could not show a picture in this codec, though it had not said so when it joined.
   *
   * @throws RoomRefused {@code NOT_IN_A_ROOM}
   */
  void cannotDecode(Actor actor, String codec);

  /** Whether everybody with a seat in the room can decode pictures in this codec. */
  boolean isDecoded(RoomId room, String codec);

  /** Waits no longer, or gives up the seat that the connection holds; tells of which room. */
  RoomId leave(Actor actor);

  /** What the member's devices do now. */
  void updateDevices(Actor actor, Devices devices);

  /**
   * The member's page hears its person speak, or no longer. Somebody who is muted or has no
   * microphone does not speak. More than four changes a second are not told one by one.
   */
  void speaks(Actor actor, boolean speaking);

  /** Whether somebody in a room speaks now. */
  boolean isSpeaking(RoomId room, PersonId person);

  /**
   * The stream that the connection may publish now. When the last one is on air still (its page
   * forgot it), that one is ended and a new one takes its place.
   */
  StreamId publish(Actor actor, String source);

  /** The devices of a room, in the order they were added; empty for an unknown room. */
  List<RoomDevice> devices(RoomId room);

  /** A device of a room, if there. */
  Optional<RoomDevice> device(RoomId room, DeviceId device);

  /**
   * Adds a device to the room in which the connection has a seat; it may publish from now on. A
   * call has no devices.
   */
  RoomDevice addDevice(Actor actor, DeviceName name);

  /** Removes a device from the room in which the connection has a seat; its stream ends. */
  void removeDevice(Actor actor, DeviceId device);

  /**
   * A device of the room in which the connection has a seat, for its holder.
   *
   * @throws RoomRefused {@code NOT_ALLOWED} to whom {@link plenum.right.Rights#maySeeDeviceKey}
   *     does not permit it, {@code NO_SUCH_DEVICE}
   */
  RoomDevice deviceOf(Actor actor, DeviceId device);

  /**
   * Gives a device of the room in which the connection has a seat another stream, which is the
   * actor's to give on; what it sends ends, and the keys that were given for it are void.
   *
   * @throws RoomRefused {@code NOT_ALLOWED} to whom {@link plenum.right.Rights#mayRenewDeviceKey}
   *     does not permit it, {@code NO_SUCH_DEVICE}
   */
  RoomDevice renewDevice(Actor actor, DeviceId device);

  /** The stream of somebody, or of a device, in the same room, by its name. */
  StreamId play(Actor actor, String stream);

  /**
   * Those of some streams that {@link #play} would permit now: they are of somebody, or of a
   * device, in the same room. Others, which may just have ended, are left out.
   *
   * @param names of the streams
   * @throws RoomRefused {@code NOT_IN_A_ROOM}
   */
  Receivable receive(Actor actor, Collection<String> names);

  /**
   * Where somebody will receive who is about to take a seat in a room, and how many pictures there
   * are; no streams, which are known with the seat. Empty where a seat is not to be had by asking
   * alone: with a password, after waiting, or not at all, and in calls.
   *
   * @throws RoomRefused {@code NO_SUCH_ROOM}
   */
  Optional<Receivable> receiveAhead(Actor actor, RoomId room);

  /**
   * The connection's page shows these cameras of others in its room small, and no others; whoever
   * publishes one of them is told by {@link RoomEvent.LayersWanted}. For media nodes that do not
   * pass one of several sizes by themselves.
   *
   * @param streams names; what is no camera of somebody else in the room is left out
   * @throws RoomRefused {@code NOT_IN_A_ROOM}
   */
  void showsSmall(Actor actor, Collection<String> streams);

  /**
   * These streams arrive badly at the connection's page, and no others; it counts for some seconds.
   * Whoever publishes one of them is told to send less, by {@link RoomEvent.BitrateWanted}, when it
   * arrives badly at most of those who play it. For media nodes that do not adapt it themselves.
   *
   * @param streams names; what the page has no right to play is left out
   * @throws RoomRefused {@code NOT_IN_A_ROOM}
   */
  void suffers(Actor actor, Collection<String> streams);

  /**
   * The stream of somebody in that room, by its name, for somebody who only watches. Nobody watches
   * a call.
   */
  StreamId view(Actor actor, RoomId room, String stream);

  /**
   * Nobody's act: a connection ended. Its seat waits for the person to come back.
   *
   * @param saidGoodbye whether the browser closed it, so that its streams ended with the page
   * @param login the id of the login by which the person was known there; empty for a guest
   */
  void disconnected(SessionId session, boolean saidGoodbye, Optional<String> login);

  /** The same of a guest. */
  default void disconnected(SessionId session, boolean saidGoodbye) {
    disconnected(session, saidGoodbye, Optional.empty());
  }

  /**
   * Nobody's act: a login of that person is over. A seat that waits for who was known by it waits
   * no longer, and nothing of its room comes to that person any more.
   *
   * @param login its id
   */
  void loggedOut(PersonId person, String login);

  /**
   * Nobody's act: a guest link is good no longer. Who is inside by it, and would not be without it,
   * has no seat any more; does nothing when the room is gone.
   *
   * @param link its id
   */
  void invitationEnded(RoomId room, String link);

  /** Nobody's act: somebody, as presence tells, is called otherwise. */
  void renamed(PersonId person, DisplayName name);

  /**
   * Nobody's act: somebody is known no longer. That one leaves, owns no room, and is on no room's
   * list.
   */
  void forget(PersonId person);

  /** Nobody's act: the media node reported a stream to be on air. */
  void published(OnAir onAir);

  /**
   * Nobody's act: the media node needs these encodings alone of a picture that comes in several.
   *
   * @param layers their names, at least one
   */
  void layersWanted(StreamId stream, List<String> layers);

  /**
   * Nobody's act: the media node hears somebody speak in a stream, or no longer. From then on it
   * does, until the stream leaves the air, and what the publisher's page says does not count.
   */
  void voiceHeard(StreamId stream, boolean speaks);

  /** Nobody's act: the media node reported the end of a stream. */
  void unpublished(StreamId stream);
}
