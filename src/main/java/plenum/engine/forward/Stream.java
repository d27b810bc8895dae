package plenum.engine.forward;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import plenum.engine.rtcp.SenderReport;

/**
 * One stream: the source that publishes it now, if any, and its players, who stay when a source
 * goes and are served again when the next one comes.
 *
 * <p>Packets are collected by {@link #receive} and sent by {@link #flush}, player by player, so
 * that those for one address follow one another.
 */
public final class Stream {

  /** Layers are chosen anew as often as this. */
  private static final long CHOICE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final List<Player> players = new ArrayList<>();
  private Source source;
  private long sentBytes;
  private long chosenNanos;

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

  /** Adds a player; the publisher is asked for key frames, for the player can show no others. */
  public void add(Player player, long nowNanos) {
    players.add(player);
    if (source != null) {
      player.choose(source, nowNanos);
    }
  }

  /** A player still waits for its first key frame: the publisher is asked again, now or soon. */
  public void keyFrameAwaited(Player player, long nowNanos) {
    if (player.mayBeChosenFor(nowNanos)) {
      keyFrameWanted(player::plays, nowNanos);
    }
  }

  /** Takes a player away; it may be added to another stream, or to this one again. */
  public void remove(Player player) {
    players.remove(player);
    player.pause();
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
  public void receive(Source from, LayerId layer, byte[] b, int off, int len, long nowNanos) {
    if (from == source && from.receive(layer, b, off, len, nowNanos)) {
      flush(nowNanos);
    }
  }

  /** Nobody gets the packet of that encoding; players need not know that there was one. */
  public void skip(Source from, LayerId id) {
    SourceTrack track = from == source ? from.track(id) : null;
    if (track != null) {
      track.skip();
    }
  }

  /** Sends every player what has come since the last time. */
  public void flush(long nowNanos) {
    if (source == null || !source.waiting()) {
      return;
    }
    try {
      for (int i = 0; i < players.size(); i++) {
        sentBytes += players.get(i).forward(source, nowNanos);
      }
    } finally {
      // Also after a defect: a batch that is never cleared has no room for the next packet.
      source.clearBatches();
    }
  }

  /**
   * The source's sender report for an encoding (RFC 3550 section 6.4.1): each player gets its own.
   */
  public void report(Source from, LayerId id, SenderReport report) {
    SourceTrack track = from == source ? from.track(id) : null;
    if (track != null) {
      track.report(report);
      players.forEach(player -> player.report(track));
    }
  }

  /** A player lost packets and wants them again. */
  public void retransmit(Player player, int mediaSsrc, List<Integer> sequences, long nowNanos) {
    sentBytes += player.retransmit(mediaSsrc, sequences, nowNanos);
  }

  /**
   * A player wishes for a key frame of what it is sent as that SSRC, if that is video. Each costs
   * the publisher's bits and so everybody's picture: of a player's wishes only so many count,
   * whether it has a bad network or bad manners. One that waits to leave is the answer.
   */
  public void keyFrameWanted(Player player, int mediaSsrc, long nowNanos) {
    player
        .video(mediaSsrc)
        .filter(video -> !video.keyFrameWaits() && player.mayWishForKeyFrame(nowNanos))
        .ifPresent(video -> keyFrameWanted(video::plays, nowNanos));
  }

  /** A key frame of that encoding is needed; the publisher is asked now, or soon. */
  public void keyFrameWanted(LayerId layer, long nowNanos) {
    keyFrameWanted(of -> of.id().equals(layer), nowNanos);
  }

  private void keyFrameWanted(Predicate<SourceTrack> which, long nowNanos) {
    if (source != null) {
      source.keyFrameWanted(which, nowNanos);
    }
  }

  /**
   * To be called some times a second: passes on the wishes for key frames that had to wait, and
   * decides anew which encodings players are sent.
   */
  public void tick(long nowNanos) {
    if (source == null) {
      return;
    }
    source.tick(nowNanos);
    if (nowNanos - chosenNanos >= CHOICE_NANOS) {
      chosenNanos = nowNanos;
      chooseAnew(nowNanos);
    }
  }

  /** To be called when what a player wants has changed. */
  public void chooseAnew(long nowNanos) {
    if (source != null) {
      players.forEach(player -> player.choose(source, nowNanos));
      source.demand(players, nowNanos);
    }
  }
}
