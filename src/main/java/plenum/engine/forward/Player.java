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

  /** Null where what is chosen for it may cost as many key frames as it likes. */
  private TokenBucket choices;

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

  /** All that it may be sent. */
  public List<PlayerTrack> tracks() {
    return List.of(tracks);
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

  /** Whether one of its tracks plays this one. */
  boolean plays(SourceTrack from) {
    for (PlayerTrack track : tracks) {
      if (track.plays(from)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it gets no picture before a key frame comes. */
  public boolean awaitsKeyFrame() {
    for (PlayerTrack track : tracks) {
      if (track.awaitsKeyFrame()) {
        return true;
      }
    }
    return false;
  }

  /** How high its pictures need to be, in pixels: see {@link PlayerTrack#want}. */
  public void want(int height) {
    for (PlayerTrack track : tracks) {
      track.want(height);
    }
  }

  /** Whether half of its frames are enough, as of a small picture among many. */
  public void calm(boolean enough) {
    for (PlayerTrack track : tracks) {
      track.calm(enough);
    }
  }

  /** What counts the key frames that are asked for because something is chosen for it. */
  public void choosesBy(TokenBucket counted) {
    choices = counted;
  }

  /** Whether one more may be asked for because of what is chosen for it; it is counted then. */
  boolean mayBeChosenFor(long nowNanos) {
    return choices == null || choices.take(1, nowNanos);
  }

  /** It is sent nothing of its stream any more. */
  void pause() {
    for (PlayerTrack track : tracks) {
      track.pause();
    }
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
    for (PlayerTrack track : tracks) {
      SourceTrack[] layers = source.layers(track.id());
      if (layers.length > 0 && waiting(layers)) {
        bytes += forward(track, source, layers, nowNanos);
      }
    }
    sentBytes += bytes;
    return bytes;
  }

  private static boolean waiting(SourceTrack[] layers) {
    for (SourceTrack layer : layers) {
      if (layer.batched() > 0) {
        return true;
      }
    }
    return false;
  }

  private long forward(PlayerTrack track, Source source, SourceTrack[] layers, long nowNanos) {
    if (!track.knows(layers)) {
      // Whoever sends one encoding alone has been asked for a key frame where it began without.
      SourceTrack needed = track.choose(layers, nowNanos);
      if (needed != null && layers.length > 1 && mayBeChosenFor(nowNanos)) {
        source.keyFrameWanted(needed, nowNanos);
      }
    }
    SourceTrack followed = track.followed();
    long bytes = track.forward(layers, nowNanos, output);
    SourceTrack follows = track.followed();
    if (follows != null && follows != followed) {
      report(track, follows);
    }
    return bytes;
  }

  /** Decides anew what it is sent of the source; a key frame is asked for where it needs one. */
  void choose(Source source, long nowNanos) {
    for (PlayerTrack track : tracks) {
      choose(track, source, nowNanos);
    }
  }

  private void choose(PlayerTrack track, Source source, long nowNanos) {
    SourceTrack needed = track.choose(source.layers(track.id()), nowNanos);
    if (needed != null && track.isVideo() && mayBeChosenFor(nowNanos)) {
      source.keyFrameWanted(needed, nowNanos);
    }
  }

  /** Whether it waits for the first picture of a track. */
  boolean begins(TrackId of, SourceTrack[] layers, long nowNanos) {
    for (PlayerTrack track : tracks) {
      if (track.id().equals(of) && track.begins(layers, nowNanos)) {
        return true;
      }
    }
    return false;
  }

  /** Notes which encodings of a track it is sent or waits for. */
  void needs(TrackId of, SourceTrack[] layers, LayerDemand demand, long nowNanos) {
    for (PlayerTrack track : tracks) {
      if (track.id().equals(of)) {
        track.needs(layers, demand, nowNanos);
      }
    }
  }

  /** Sends it the publisher's last report of an encoding, translated, if it is sent that one. */
  void report(SourceTrack from) {
    for (PlayerTrack track : tracks) {
      report(track, from);
    }
  }

  private void report(PlayerTrack track, SourceTrack from) {
    track.report(from).ifPresent(report -> output.rtcp(compound(track, report)));
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
