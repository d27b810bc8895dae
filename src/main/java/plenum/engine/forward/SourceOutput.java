package plenum.engine.forward;

/** What forwarding asks of a publisher. */
@FunctionalInterface
public interface SourceOutput {

  /** Asks the publisher for a key frame of one of its video tracks, now. */
  void requestKeyFrame(TrackId track);
}
