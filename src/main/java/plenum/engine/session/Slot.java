package plenum.engine.session;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import plenum.engine.forward.Kind;
import plenum.engine.forward.Player;

/** A section of a receiver's offer, into which one stream after another is put. */
final class Slot {

  private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final String mid;
  private final Kind kind;
  private final int ssrc;
  private final Player player;
  private Optional<LiveStream> stream = Optional.empty();
  private boolean flowing;
  private int wanted = Integer.MAX_VALUE;
  private long sentBefore;
  private long askedNanos;

  /**
   * @param ssrc what all that it carries is sent as
   * @param player what it is to the streams
   */
  Slot(String mid, Kind kind, int ssrc, Player player) {
    this.mid = mid;
    this.kind = kind;
    this.ssrc = ssrc;
    this.player = player;
  }

  String mid() {
    return mid;
  }

  Kind kind() {
    return kind;
  }

  int ssrc() {
    return ssrc;
  }

  Player player() {
    return player;
  }

  /** What is in it. */
  Optional<LiveStream> stream() {
    return stream;
  }

  /** Puts a stream into it, which is empty; media comes when it flows. */
  void put(LiveStream added) {
    stream = Optional.of(added);
    sentBefore = player.sentBytes();
  }

  /** The picture in it is shown so high, in pixels. */
  void want(int height, long nowNanos) {
    if (height != wanted) {
      wanted = height;
      player.want(height);
      stream.filter(present -> flowing).ifPresent(present -> present.media().chooseAnew(nowNanos));
    }
  }

  /** Media can be sent. */
  void flow(long nowNanos) {
    if (!flowing && stream.isPresent()) {
      flowing = true;
      askedNanos = nowNanos;
      stream.get().media().add(player, nowNanos);
    }
  }

  /** Makes it empty. */
  void clear() {
    if (flowing) {
      stream.ifPresent(present -> present.media().remove(player));
    }
    flowing = false;
    stream = Optional.empty();
  }

  /** Asks again for a key frame that does not come: the wish may have been lost. */
  void tick(long nowNanos) {
    if (flowing && player.awaitsKeyFrame() && nowNanos - askedNanos >= ASK_AGAIN_NANOS) {
      askedNanos = nowNanos;
      stream.ifPresent(present -> present.media().keyFrameAwaited(player, nowNanos));
    }
  }

  /** Bytes of RTP sent of what is in it. */
  long sentBytes() {
    return stream.isPresent() ? player.sentBytes() - sentBefore : 0;
  }
}
