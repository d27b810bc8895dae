package plenum.engine.forward;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.RtcpWriter;
import plenum.engine.rtcp.SourceDescription;

/** One session that plays a stream. */
public final class Player {

  static final double KEY_FRAME_WISHES_PER_SECOND = 0.5;
  static final int KEY_FRAME_WISHES_AT_ONCE = 6;

  private final PlayerTrack[] tracks;
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
    this.tracks = tracks.toArray(PlayerTrack[]::new);
  }

  /** Bytes of RTP sent to it, before encryption. */
  public long sentBytes() {
    return sentBytes;
  }

  /** Packets that it was not sent because it did not offer their codec. */
  public long withheldPackets() {
    long sum = 0;
    for (PlayerTrack track : tracks) {
      sum += track.withheld();
    }
    return sum;
  }

  /** The video track that it is sent as that SSRC, if there is one. */
  Optional<PlayerTrack> video(int ssrc) {
    return Arrays.stream(tracks).filter(t -> t.isVideo() && t.ssrc() == ssrc).findFirst();
  }

  /** Whether one more wish for a key frame counts; it is counted then. */
  boolean mayWishForKeyFrame(long nowNanos) {
    if (keyFrameWishes == null) {
      keyFrameWishes =
          new TokenBucket(KEY_FRAME_WISHES_PER_SECOND, KEY_FRAME_WISHES_AT_ONCE, nowNanos);
    }
    return keyFrameWishes.take(1, nowNanos);
  }

  /** Sends it the waiting packets of a source, track by track; returns the bytes sent. */
  long forward(Source source, long nowNanos) {
    long bytes = 0;
    for (SourceTrack from : source.tracks()) {
      bytes += from.batched() > 0 ? forward(from, nowNanos) : 0;
    }
    return bytes;
  }

  private long forward(SourceTrack from, long nowNanos) {
    PlayerTrack track = playing(from);
    if (track == null) {
      return 0;
    }
    boolean first = !track.follows(from);
    long bytes = 0;
    for (int i = 0; i < from.batched(); i++) {
      bytes += track.forward(from, from.batched(i), nowNanos, output);
    }
    if (first && bytes > 0) {
      report(from);
    }
    sentBytes += bytes;
    return bytes;
  }

  /** Its track that plays one of a source; null for none, as this is asked for each batch. */
  private PlayerTrack playing(SourceTrack from) {
    for (PlayerTrack track : tracks) {
      if (track.plays(from)) {
        return track;
      }
    }
    return null;
  }

  /** Sends it the publisher's last report of a track, translated. */
  void report(SourceTrack from) {
    PlayerTrack track = playing(from);
    if (track != null) {
      track.report(from).ifPresent(report -> output.rtcp(compound(track, report)));
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
      if (track.ssrc() == mediaSsrc) {
        bytes += track.retransmit(sequences, nowNanos, output);
      }
    }
    sentBytes += bytes;
    return bytes;
  }
}
