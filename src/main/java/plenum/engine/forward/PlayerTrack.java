package plenum.engine.forward;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtp.Rtp;

/**
 * One track towards one player: the same SSRC and one timeline for as long as the player stays.
 *
 * <p>Of a picture that is sent in several encodings it is sent one at a time, as large as it {@link
 * #want wants} and its link carries, and goes over to another one with a key frame of that.
 */
public final class PlayerTrack {

  /** As many temporal layers as there are; codecs number up to eight. */
  public static final int ALL = 7;

  /** Two publishers' clocks, or one that was set: then the time that has passed is nearer. */
  private static final int FAR_SECONDS = 2;

  /** Of {@link #age}, after which it begins anew. */
  public static final int MAX_AGE = 0xff;

  private static final long NO_KEY = Long.MIN_VALUE;

  private final TrackId id;
  private final int ssrc;
  private final PayloadTypes payloadTypes;
  private final Timeline timeline = new Timeline();
  private final PictureNumbers pictures = new PictureNumbers();
  private final Resending resending;

  private final LayerSelection selection;
  private final Legs legs = new Legs();
  private int temporal = ALL;
  private int extension;
  private boolean timed;
  private final FrameFilter frames = new FrameFilter();
  private boolean followed;

  /** Whether what comes next has to begin with a key frame: the player shows another picture. */
  private boolean needsKeyFrame;

  /**
   * The last packet of the last key frame, as the player numbers it, and its source's timestamp.
   */
  private long keyNumber = NO_KEY;

  private int keyTimestamp;
  private int age;
  private long packets;
  private long octets;
  private long withheld;

  /**
   * A track that has been sent nothing yet.
   *
   * @param id what it plays of whoever publishes
   * @param ssrc what the player knows it by
   */
  public PlayerTrack(TrackId id, int ssrc, PayloadTypes payloadTypes) {
    this.id = id;
    this.ssrc = ssrc;
    this.payloadTypes = payloadTypes;
    this.selection = new LayerSelection(id.kind() == Kind.VIDEO);
    this.resending = new Resending(ssrc, legs, timeline);
  }

  /**
   * From now on each packet has a header extension of two bytes, for {@link PlayerOutput} to fill
   * in: see {@link Rtp#EXTENSION_DATA}.
   *
   * @param number its id, 1 to 14 (RFC 8285 section 4.2); 0 for none
   */
  public void extend(int number) {
    extension = number;
  }

  /** The same for one of three bytes: in both cases eight bytes go before the payload. */
  public void time(int number) {
    extension = number;
    timed = true;
  }

  /** Whether packets have that. */
  public boolean timed() {
    return timed;
  }

  /**
   * From now on packets are sent again as those of another source (RFC 4588), where the player has
   * a payload type for that; others as they were.
   *
   * @param source what the player knows it by
   * @param types its payload types by those of what is sent again, {@link PayloadTypes#NONE} for
   *     none
   */
  public void repairAs(int source, IntUnaryOperator types) {
    resending.repairAs(source, types);
  }

  /** Whether packets have a number: see {@link #extend}. */
  public boolean extended() {
    return extension > 0 && !timed;
  }

  TrackId id() {
    return id;
  }

  /** Whether it carries pictures. */
  public boolean isVideo() {
    return id.kind() == Kind.VIDEO;
  }

  /**
   * How high the player's picture needs to be.
   *
   * @param height pixels; 0 for no picture, and {@link Integer#MAX_VALUE} for all that there is
   */
  public void want(int height) {
    selection.want(height);
  }

  /**
   * How high its link lets the picture be.
   *
   * @param height as of {@link #want}
   */
  public void cap(int height) {
    selection.cap(height);
  }

  /**
   * How many frames its link carries: those of the temporal layers above are left out, where the
   * payload tells them (VP8, VP9), or a header extension ({@link Source#describe}).
   *
   * @param highest the highest temporal layer that it is sent, 0 for the lowest alone, {@link #ALL}
   *     for all
   */
  public void thin(int highest) {
    temporal = highest;
  }

  /** Whether half of its frames are enough, as of a small picture among many. */
  public void calm(boolean enough) {
    selection.calm(enough);
  }

  /** Whether half of its frames are enough. */
  public boolean isCalm() {
    return selection.isCalm();
  }

  /** Whether it waits for its first picture, of these, and that may come soon. */
  boolean begins(SourceTrack[] layers, long nowNanos) {
    return selection.begins(layers, nowNanos);
  }

  /** Notes which encodings it is sent, waits for and would be sent if they came. */
  void needs(SourceTrack[] layers, LayerDemand demand, long nowNanos) {
    selection.needs(layers, demand, nowNanos);
  }

  /** How high its player wants the picture, {@link Integer#MAX_VALUE} for all that there is. */
  public int wanted() {
    return selection.wanted();
  }

  /**
   * The encodings that its publisher listed, in that order; empty while nobody publishes.
   *
   * @param over how their bitrates are averaged
   */
  public List<LayerOffer> offers(Averaged over, long nowNanos) {
    return selection.offers(over, nowNanos);
  }

  /**
   * Another number says that {@link #offers} or {@link #wanted} say something else; bitrates have
   * to change by some part for that.
   */
  public long stamp(long nowNanos) {
    return selection.stamp(nowNanos);
  }

  /** Whether it is sent what comes of that encoding, or waits to be. */
  boolean plays(SourceTrack of) {
    return selection.plays(of);
  }

  /** What the player knows it by. */
  public int ssrc() {
    return ssrc;
  }

  /** As which source packets are sent again, 0 if not as one of their own. */
  public int repairSsrc() {
    return resending.repairSsrc();
  }

  /** Packets that the player was not sent because it did not offer their codec. */
  long withheld() {
    return withheld;
  }

  /**
   * Decides anew what it is sent of a source. To be called when packets of a source come that it
   * does not know, and some times a second.
   *
   * @return an encoding of which a key frame is needed now; null for none
   */
  SourceTrack choose(SourceTrack[] layers, long nowNanos) {
    if (!knows(layers)) {
      forget();
    }
    SourceTrack target = selection.among(layers, nowNanos);
    if (target == null) {
      forget();
      needsKeyFrame = isVideo() && packets > 0;
      return null;
    }
    SourceTrack before = selection.source();
    boolean asks = selection.choose(target, needsKeyFrame, nowNanos);
    if (selection.source() != before) {
      followed = false;
    }
    return asks ? target : null;
  }

  /** Of another publisher, and after a pause, nothing of before is sent again. */
  private void forget() {
    drop();
    selection.forget();
    legs.forget();
    followed = false;
  }

  /** Whether what it is sent, or waits for, is of these. */
  boolean knows(SourceTrack[] layers) {
    return selection.knows(layers);
  }

  /**
   * Sends what waits of a source, to which it goes over where it can.
   *
   * @return the bytes sent
   */
  long forward(SourceTrack[] layers, long nowNanos, PlayerOutput output) {
    SourceTrack source = selection.source();
    long bytes = source == null ? 0 : batch(source, 0, nowNanos, output);
    SourceTrack ready = selection.ready(layers);
    if (ready == null) {
      return bytes;
    }
    selection.goOver(ready);
    followed = false;
    return bytes + batch(ready, ready.keyFrame(), nowNanos, output);
  }

  private long batch(SourceTrack from, int first, long nowNanos, PlayerOutput output) {
    long bytes = 0;
    for (int i = first; i < from.batched(); i++) {
      bytes += forward(from, from.batched(i), nowNanos, output);
    }
    return bytes;
  }

  private int forward(SourceTrack from, int slot, long nowNanos, PlayerOutput output) {
    PacketCache cache = from.cache();
    Leg leg = legs.now();
    if (leg == null || leg.source() != from) {
      leg = begin(from);
    }
    if (leg.type(slot) == PayloadTypes.NONE) {
      followed = false;
      withheld++;
      return 0;
    }
    if (needsKeyFrame && !FrameMarks.key(cache.marks(slot))) {
      return 0;
    }
    needsKeyFrame = false;
    leg = follow(slot, nowNanos);
    long sequence = cache.sequence(slot);
    if (!timeline.covers(sequence)) {
      return 0;
    }
    long marks = cache.marks(slot);
    int timestamp = cache.timestamp(slot);
    if (!frames.sends(sequence, timestamp, marks, temporal)) {
      return leaveOut(leg, slot, output);
    }
    if (leg.leftOut().has(sequence)) {
      return 0;
    }
    long number = leg.sequence(sequence);
    timeline.sent(number, timeline.timestamp(timestamp), nowNanos);
    pictures.sent(marks, leg.pictureOffset(sequence, marks));
    noteKeyFrame(marks, timestamp, number);
    return send(leg, slot, number, nowNanos, output);
  }

  private void noteKeyFrame(long marks, int timestamp, long number) {
    if (FrameMarks.key(marks)) {
      keyNumber = number;
      keyTimestamp = timestamp;
    } else if (keyNumber != NO_KEY && timestamp == keyTimestamp) {
      keyNumber = Math.max(keyNumber, number);
    }
  }

  /** Whether a key frame is on its way that has not left as a whole. */
  public boolean keyFrameWaits() {
    return keyNumber != NO_KEY && keyNumber > timeline.left();
  }

  private int send(Leg leg, int slot, long number, long nowNanos, PlayerOutput output) {
    int length = leg.source().cache().length(slot);
    if (!isVideo()) {
      output.leaves(length, nowNanos);
    } else if (!output.passes(length, nowNanos)) {
      return output.keep(this, number, length, nowNanos) ? length : 0;
    }
    leave(leg, slot, number, output);
    return length;
  }

  private void leave(Leg of, int slot, long number, PlayerOutput output) {
    PacketCache cache = of.source().cache();
    of.send(slot, ssrc, extension, output);
    int length = cache.length(slot);
    packets++;
    octets += length - Rtp.headerLength(cache.bytes(), cache.offset(slot), length);
    timeline.leaves(number);
  }

  /**
   * Sends a packet that {@link PlayerOutput#keep} has kept. Where others have taken its place in
   * the cache meanwhile, and no key frame of another encoding comes behind it, the player would
   * miss it for ever: all that waits is given up.
   *
   * @param age the {@link #age} of then
   * @param number the player's extended number of it
   */
  public void release(int age, long number, PlayerOutput output) {
    if (age != this.age) {
      return;
    }
    Leg of = legs.of(number);
    int slot = of == null ? PacketCache.NONE : of.find(number);
    if (slot != PacketCache.NONE) {
      leave(of, slot, number, output);
    } else if (of == legs.now()) {
      giveUp();
    }
  }

  /** Which of its packets wait: another number says that those of before were given up. */
  public int age() {
    return age;
  }

  /** What waits never leaves; its numbers are those of what comes next, which is a key frame. */
  public void giveUp() {
    drop();
    followed = false;
    needsKeyFrame = isVideo();
  }

  private void drop() {
    age = age + 1 & MAX_AGE;
    keyNumber = NO_KEY;
    timeline.giveUp();
  }

  /** The newest packet is left out; an earlier one has its number, which the player waits for. */
  private int leaveOut(Leg leg, int slot, PlayerOutput output) {
    PacketCache cache = leg.source().cache();
    long sequence = cache.sequence(slot);
    if (frames.isNewest(sequence)) {
      leg.leftOut().add(sequence, cache.timestamp(slot));
    } else if (!leg.leftOut().has(sequence)) {
      leg.leftOut().empty(sequence);
      timeline.leaves(leg.sequence(sequence));
      leg.sendEmpty(slot, ssrc, extension, output);
    }
    return 0;
  }

  /** Whether it is sent nothing before a key frame comes. */
  boolean awaitsKeyFrame() {
    return needsKeyFrame;
  }

  /** What comes next is of another stream, or of the same after some time. */
  void pause() {
    forget();
    selection.pause();
    temporal = ALL;
    needsKeyFrame = isVideo() && packets > 0;
  }

  /** Whether it has been sent packets of this encoding, and of no other since. */
  boolean follows(SourceTrack from) {
    return selection.source() == from && followed;
  }

  /** The encoding of which it has been sent packets, and of no other since; null for none. */
  SourceTrack followed() {
    return followed ? selection.source() : null;
  }

  private Leg begin(SourceTrack from) {
    followed = false;
    byte[] types = new byte[128];
    Arrays.fill(types, (byte) PayloadTypes.NONE);
    for (SourceCodec codec : from.codecs()) {
      types[codec.payloadType()] = (byte) payloadTypes.of(codec);
    }
    legs.begin(new Leg(from, types, timeline.mapping(), pictures.offsets(), new LeftOut(), false));
    return legs.now();
  }

  /**
   * Goes on where it stopped: with the first packet of a source, and with the first one after some
   * that the player could not decode; it misses none of these then and asks for none.
   */
  private Leg follow(int slot, long nowNanos) {
    if (followed) {
      return legs.now();
    }
    PacketCache cache = legs.now().source().cache();
    int ticks = ticks(cache.timestamp(slot), nowNanos);
    timeline.follow(cache.sequence(slot), cache.timestamp(slot), ticks);
    pictures.follow(cache.marks(slot));
    legs.follow(timeline.mapping(), pictures.offsets());
    frames.begin(temporal);
    followed = true;
    return legs.now();
  }

  /** How much later than the last packet this one is: by the publisher's clock if both tell. */
  private int ticks(int timestamp, long nowNanos) {
    SourceTrack now = legs.now().source();
    Leg before = legs.now().sent() ? legs.now() : legs.before();
    int elapsed = timeline.elapsed(now.clockRate(), nowNanos);
    if (before == null || !before.source().id().track().equals(now.id().track())) {
      return elapsed;
    }
    long last = before.source().captured(before.sourceTimestamp(timeline.lastTimestamp()));
    long first = now.captured(timestamp);
    boolean known = last != SourceTrack.UNKNOWN && first != SourceTrack.UNKNOWN;
    boolean near = known && Math.abs(first - last - elapsed) < FAR_SECONDS * now.clockRate();
    return near ? (int) (first - last) : elapsed;
  }

  /**
   * Sends packets again that the player missed, as far as they are kept and its budget allows.
   *
   * @return the bytes sent
   */
  int retransmit(List<Integer> sequences, long nowNanos, PlayerOutput output) {
    return resending.retransmit(sequences, extension, nowNanos, output);
  }

  /** Whether {@link #pad} can do anything of use: it is numbered, and sent again by RTX. */
  public boolean pads() {
    return extended() && repairSsrc() != 0;
  }

  /**
   * Sends something of which the player has no need, for a probe.
   *
   * @param bytes as many are wanted
   * @return false where that cannot be done: packets are sent again as they were
   */
  public boolean pad(int bytes, PlayerOutput output) {
    return resending.pad(bytes, extension, output);
  }

  /** The publisher's report in this player's timestamps; empty if it tells the player nothing. */
  Optional<Rtcp> report(SourceTrack from) {
    return follows(from) ? from.lastReport().map(this::translate) : Optional.empty();
  }

  private Rtcp translate(SenderReport report) {
    int timestamp = timeline.timestamp(report.rtpTimestamp());
    return new SenderReport(ssrc, report.ntp(), timestamp, packets, octets, List.of());
  }
}
