package plenum.room;

import plenum.identity.PersonId;
import plenum.media.Place;
import plenum.media.StreamId;

/** What rooms need of the media component. */
interface RoomStreams {

  /** A new stream of a member, permitted from now on. */
  StreamId open(Place place, String source);

  /** A new stream for a device, permitted from now on. */
  StreamId openForDevice(Place place);

  /** The stream is over. */
  void close(StreamId stream);

  /** Nobody gets the sound, or the picture, of the stream until this is said otherwise. */
  void hold(StreamId stream, boolean sound, boolean picture);

  /** The person has left those who see the stream. */
  void sendAway(StreamId stream, PersonId person);

  /** The person has left the place. */
  void leave(Place place, PersonId person);
}
