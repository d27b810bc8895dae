package plenum.engine.forward;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What one publisher sends, from its arrival to its leaving. */
public final class Source {

  private final SourceTrack[] tracks;
  private final SourceOutput output;

  /** A source with these tracks, each with the codecs that its packets may have. */
  public Source(Map<TrackId, List<SourceCodec>> codecs, SourceOutput output) {
    this.tracks =
        codecs.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> new SourceTrack(entry.getKey(), entry.getValue()))
            .toArray(SourceTrack[]::new);
    this.output = output;
  }

  /** All of them, audio first; not to be changed. */
  SourceTrack[] tracks() {
    return tracks;
  }

  /** The track of that name; null if there is none, as this is asked for each packet. */
  SourceTrack track(TrackId id) {
    for (SourceTrack track : tracks) {
      if (track.id().equals(id)) {
        return track;
      }
    }
    return null;
  }

  /**
   * Takes a packet in, and asks for a key frame if the track needs one to begin with.
   *
   * @return whether the batch must be flushed before the next packet
   */
  boolean receive(TrackId id, byte[] b, int off, int len, long nowNanos) {
    SourceTrack track = track(id);
    if (track == null) {
      return false;
    }
    boolean keyFrame = track.receive(b, off, len, nowNanos);
    if (track.isVideo() && track.keyFrames().received(keyFrame, nowNanos)) {
      output.requestKeyFrame(id);
    }
    return track.full();
  }

  /** Whether packets wait to be sent. */
  boolean waiting() {
    for (SourceTrack track : tracks) {
      if (track.batched() > 0) {
        return true;
      }
    }
    return false;
  }

  void clearBatches() {
    for (SourceTrack track : tracks) {
      track.clearBatch();
    }
  }

  /** Key frames of some video tracks are needed. */
  void keyFrameWanted(Predicate<SourceTrack> which, long nowNanos) {
    for (SourceTrack track : tracks) {
      if (track.isVideo() && which.test(track) && track.keyFrames().wanted(nowNanos)) {
        output.requestKeyFrame(track.id());
      }
    }
  }

  /** Passes on the wishes for key frames that had to wait. */
  void tick(long nowNanos) {
    for (SourceTrack track : tracks) {
      if (track.keyFrames().due(nowNanos)) {
        output.requestKeyFrame(track.id());
      }
    }
  }
}
