package plenum.engine.forward;

import java.util.Optional;

/** What one publisher sends, from its arrival to its leaving. */
public final class Source {

  private final SourceTrack[] tracks = new SourceTrack[Kind.values().length];
  private final SourceOutput output;
  private final KeyFrameRequests requests = new KeyFrameRequests();
  private boolean videoBegan;

  /** A source with an audio track, a video track, or both. */
  public Source(Optional<SourceCodec> audio, Optional<SourceCodec> video, SourceOutput output) {
    audio.ifPresent(codec -> tracks[Kind.AUDIO.ordinal()] = new SourceTrack(Kind.AUDIO, codec));
    video.ifPresent(codec -> tracks[Kind.VIDEO.ordinal()] = new SourceTrack(Kind.VIDEO, codec));
    this.output = output;
  }

  Optional<SourceTrack> track(Kind kind) {
    return Optional.ofNullable(tracks[kind.ordinal()]);
  }

  /**
   * Takes a packet in. Video that does not begin with a key frame is of no use to anybody yet, so
   * one is asked for.
   *
   * @return whether the batch must be flushed before the next packet
   */
  boolean receive(Kind kind, byte[] b, int off, int len, long nowNanos) {
    SourceTrack track = tracks[kind.ordinal()];
    if (track == null) {
      return false;
    }
    boolean keyFrame = track.receive(b, off, len);
    if (keyFrame) {
      requests.keyFrameBegan();
    } else if (kind == Kind.VIDEO && !videoBegan) {
      keyFrameWanted(nowNanos);
    }
    videoBegan |= kind == Kind.VIDEO;
    return track.full();
  }

  void keyFrameWanted(long nowNanos) {
    if (tracks[Kind.VIDEO.ordinal()] != null && requests.wanted(nowNanos)) {
      output.requestKeyFrame();
    }
  }

  /** Passes on a wish for a key frame that had to wait. */
  void tick(long nowNanos) {
    if (requests.due(nowNanos)) {
      output.requestKeyFrame();
    }
  }
}
