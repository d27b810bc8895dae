package plenum.room;

import plenum.media.StreamId;

/** What rooms need of the media component. */
interface CameraStreams {

  /** A new stream, permitted from now on. */
  StreamId open(RoomKind kind);

  /** The stream is over. */
  void close(StreamId stream);
}
