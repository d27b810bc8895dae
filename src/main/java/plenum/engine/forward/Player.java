package plenum.engine.forward;

import java.util.List;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.RtcpWriter;
import plenum.engine.rtcp.SourceDescription;

/** One session that plays a stream: at most one track of each kind. */
public final class Player {

  static final double KEY_FRAME_WISHES_PER_SECOND = 0.5;
  static final int KEY_FRAME_WISHES_AT_ONCE = 6;

  private final PlayerTrack[] tracks = new PlayerTrack[Kind.values().length];
  private final String cname;
  private final PlayerOutput output;
  private TokenBucket keyFrameWishes;
  private long sentBytes;

  /**
   * A player that can be added to a stream.
   *
   * @param cname the canonical name that ties its tracks together (RFC 3550 section 6.5.1)
   */
  public Player(String cname, List<PlayerTrack> tracks, PlayerOutput output) {
    this.cname = cname;
    this.output = output;
    for (PlayerTrack track : tracks) {
      this.tracks[track.kind().ordinal()] = track;
    }
  }

  /** Bytes of RTP sent to it, before encryption. */
  public long sentBytes() {
    return sentBytes;
  }

  /** Packets that it was not sent because it did not offer their codec. */
  public long withheldPackets() {
    long sum = 0;
    for (PlayerTrack track : tracks) {
      sum += track == null ? 0 : track.withheld();
    }
    return sum;
  }

  /** Whether the SSRC is that of its video track. */
  public boolean hasVideo(int ssrc) {
    PlayerTrack video = tracks[Kind.VIDEO.ordinal()];
    return video != null && video.ssrc() == ssrc;
  }

  /** Whether one more wish for a key frame counts; it is counted then. */
  boolean mayWishForKeyFrame(long nowNanos) {
    if (keyFrameWishes == null) {
      keyFrameWishes =
          new TokenBucket(KEY_FRAME_WISHES_PER_SECOND, KEY_FRAME_WISHES_AT_ONCE, nowNanos);
    }
    return keyFrameWishes.take(1, nowNanos);
  }

  /** Sends it the waiting packets of a track; returns the bytes sent. */
  long forward(SourceTrack source, long nowNanos) {
    PlayerTrack track = tracks[source.kind().ordinal()];
    if (track == null) {
      return 0;
    }
    boolean first = !track.follows(source);
    long bytes = 0;
    for (int i = 0; i < source.batched(); i++) {
      bytes += track.forward(source, source.batched(i), nowNanos, output);
    }
    if (first && bytes > 0) {
      report(source);
    }
    sentBytes += bytes;
    return bytes;
  }

  /** Sends it the publisher's last report of a track, translated. */
  void report(SourceTrack source) {
    PlayerTrack track = tracks[source.kind().ordinal()];
    if (track != null) {
      track.report(source).ifPresent(report -> output.rtcp(compound(track, report)));
    }
  }

  private byte[] compound(PlayerTrack track, Rtcp report) {
    return RtcpWriter.compound(List.of(report, SourceDescription.of(track.ssrc(), cname)));
  }

  /**
   * Answers its request for packets that it missed (RFC 4585 section 6.2.1).
   *
   * @return the bytes sent
   */
  long retransmit(int mediaSsrc, List<Integer> sequences, long nowNanos) {
    long bytes = 0;
    for (PlayerTrack track : tracks) {
      if (track != null && track.ssrc() == mediaSsrc) {
        bytes += track.retransmit(sequences, nowNanos, output);
      }
    }
    sentBytes += bytes;
    return bytes;
  }
}
