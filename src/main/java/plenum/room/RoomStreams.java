package plenum.room;

import plenum.identity.PersonId;
import plenum.media.StreamId;

/** What rooms need of the media component. */
interface RoomStreams {

  /** A new stream for a member's camera, permitted from now on. */
  StreamId open(RoomKind kind, RoomId room);

  /** A new stream for a device, permitted from now on. */
  StreamId openForDevice(RoomKind kind, RoomId room);

  /** The stream is over. */
  void close(StreamId stream);

  /** The person has left those who see the stream. */
  void sendAway(StreamId stream, PersonId person);
}
