package plenum.media.stream;

import plenum.media.StreamId;

/** Somebody who gets a stream over plain HTTP, by HTTP-FLV or HLS. Equal to itself only. */
public interface Viewer {

  /** Who it is; empty where the doors are open. */
  String personId();

  /** What is viewed. */
  StreamId stream();

  /** The right has ended: gives the viewer nothing more. May be called again, by any thread. */
  void end();
}
