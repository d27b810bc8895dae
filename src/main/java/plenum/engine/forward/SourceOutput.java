package plenum.engine.forward;

/** What forwarding asks of a publisher. */
@FunctionalInterface
public interface SourceOutput {

  /** Asks the publisher for a key frame of one encoding of its video, now. */
  void requestKeyFrame(LayerId layer);

  /**
   * Tells which encodings of a track anybody needs; told when it changes, of tracks with several.
   *
   * @param mask a bit for each encoding, the lowest for the first in the publisher's order
   */
  default void layersWanted(TrackId track, int mask) {}
}
