package plenum.room;

import plenum.identity.PersonId;
import plenum.media.StreamId;

/** What rooms need of the media component. */
interface CameraStreams {

  /** A new stream, permitted from now on. */
  StreamId open(RoomKind kind, RoomId room);

  /** The stream is over. */
  void close(StreamId stream);

  /** The person has left those who see the stream. */
  void sendAway(StreamId stream, PersonId person);
}
