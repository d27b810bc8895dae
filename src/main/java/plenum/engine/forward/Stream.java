package plenum.engine.forward;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plenum.engine.rtcp.SenderReport;

/**
 * One stream: the source that publishes it now, if any, and its players, who stay when a source
 * goes and are served again when the next one comes.
 *
 * <p>Packets are collected by {@link #receive} and sent by {@link #flush}, player by player, so
 * that those for one address follow one another.
 */
public final class Stream {

  private final List<Player> players = new ArrayList<>();
  private Source source;
  private long sentBytes;

  /** Makes a source the one that the players get; an earlier one is forgotten. */
  public void publish(Source newSource) {
    source = newSource;
  }

  /** The source has left; nothing happens if it was not, or no longer, the stream's. */
  public void unpublish(Source leaving) {
    if (source == leaving) {
      source = null;
    }
  }

  /** Adds a player; the publisher is asked for a key frame, for the player can show no other. */
  public void add(Player player, long nowNanos) {
    players.add(player);
    keyFrameWanted(nowNanos);
  }

  public void remove(Player player) {
    players.remove(player);
  }

  public int players() {
    return players.size();
  }

  /** Whether nobody publishes and nobody plays. */
  public boolean abandoned() {
    return source == null && players.isEmpty();
  }

  /** Bytes of RTP sent to all players, before encryption. */
  public long sentBytes() {
    return sentBytes;
  }

  /** Takes in a packet of a source, decrypted; it may be changed. Others' packets are dropped. */
  public void receive(Source from, Kind kind, byte[] b, int off, int len, long nowNanos) {
    if (from == source && from.receive(kind, b, off, len, nowNanos)) {
      flush(nowNanos);
    }
  }

  /** Sends every player what has come since the last time. */
  public void flush(long nowNanos) {
    if (source == null) {
      return;
    }
    Optional<SourceTrack> audio = waiting(Kind.AUDIO);
    Optional<SourceTrack> video = waiting(Kind.VIDEO);
    if (audio.isEmpty() && video.isEmpty()) {
      return;
    }
    try {
      for (int i = 0; i < players.size(); i++) {
        Player player = players.get(i);
        sentBytes += audio.isPresent() ? player.forward(audio.get(), nowNanos) : 0;
        sentBytes += video.isPresent() ? player.forward(video.get(), nowNanos) : 0;
      }
    } finally {
      // Also after a defect: a batch that is never cleared has no room for the next packet.
      audio.ifPresent(SourceTrack::clearBatch);
      video.ifPresent(SourceTrack::clearBatch);
    }
  }

  private Optional<SourceTrack> waiting(Kind kind) {
    return source.track(kind).filter(track -> track.batched() > 0);
  }

  /** The source's sender report for a track (RFC 3550 section 6.4.1): each player gets its own. */
  public void report(Source from, Kind kind, SenderReport report) {
    if (from != source) {
      return;
    }
    source
        .track(kind)
        .ifPresent(
            track -> {
              track.report(report);
              players.forEach(player -> player.report(track));
            });
  }

  /** A player lost packets and wants them again. */
  public void retransmit(Player player, int mediaSsrc, List<Integer> sequences, long nowNanos) {
    sentBytes += player.retransmit(mediaSsrc, sequences, nowNanos);
  }

  /**
   * A player wishes for a key frame. Each costs the publisher's bits and so everybody's picture: of
   * a player's wishes only so many count, whether it has a bad network or bad manners.
   */
  public void keyFrameWanted(Player player, long nowNanos) {
    if (player.mayWishForKeyFrame(nowNanos)) {
      keyFrameWanted(nowNanos);
    }
  }

  /** A key frame is needed; the publisher is asked now, or soon if it was asked just now. */
  public void keyFrameWanted(long nowNanos) {
    if (source != null) {
      source.keyFrameWanted(nowNanos);
    }
  }

  /** To be called some times a second: passes on the wishes for key frames that had to wait. */
  public void tick(long nowNanos) {
    if (source != null) {
      source.tick(nowNanos);
    }
  }
}
