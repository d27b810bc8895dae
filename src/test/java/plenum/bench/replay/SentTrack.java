package plenum.bench.replay;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtp.Rtp;

/**
 * Plays a recording as one source, from the beginning again at its end and whenever a key frame is
 * wanted: sequence numbers, timestamps and the pictures' own numbers go on, as an encoder's do.
 * Times are nanoseconds since the publisher began; all its tracks have that clock.
 */
final class SentTrack {

  /** Takes finished packets. */
  interface Output {
    void send(byte[] packet, boolean hasTransportSequence);
  }

  /** As many packets leave together; a key frame goes out bit by bit, as browsers pace it. */
  private static final int BURST = 12;

  /** Who is late by more than this lets what is past go. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private static final int HEADER = 12;
  private static final int EXTENDED = 0x10;
  private static final int KEPT = 1024;

  private final String name;
  private final int ssrc;
  private final int payloadType;
  private final int timestampOffset = ThreadLocalRandom.current().nextInt();
  private final byte[][] kept = new byte[KEPT][];
  private RecordedTrack recorded;
  private Marks marks;
  private boolean running;
  private boolean keyFrameWanted;
  private long beganTicks;
  private long lastTicks = Long.MIN_VALUE;
  private int frame;
  private int packet;
  private int sequence = ThreadLocalRandom.current().nextInt(1 << 15);
  private int picture;
  private int base;
  private long packets;
  private long octets;

  SentTrack(RecordedTrack recorded, int ssrc, int payloadType, Marks marks) {
    this.name = marks.rid();
    this.recorded = recorded;
    this.ssrc = ssrc;
    this.payloadType = payloadType;
    this.marks = marks;
  }

  int ssrc() {
    return ssrc;
  }

  /** Of the encoding; empty if it is the only one. */
  String name() {
    return name;
  }

  boolean isRunning() {
    return running;
  }

  /** Sends from now on, from the beginning, unless it does. */
  void start(long nanos) {
    if (!running) {
      running = true;
      begin(ticks(nanos));
    }
  }

  /** Sends nothing more, until {@link #start}. */
  void stop() {
    running = false;
    keyFrameWanted = false;
  }

  /** Goes on with this recording, of the same kind, from its beginning. */
  void play(RecordedTrack other, int level) {
    if (recorded != other) {
      recorded = other;
      marks = marks.withLevel(level);
      begin(lastTicks + other.step());
    }
  }

  /** A decoder shall be able to begin: after the present frame comes the first. */
  void keyFrame() {
    keyFrameWanted = frame > 0;
  }

  /** The receiver knows which source it is: packets need not name it any more. */
  void known() {
    marks = marks.withoutNames();
  }

  private void begin(long atTicks) {
    beganTicks = atTicks;
    frame = 0;
    packet = 0;
    keyFrameWanted = false;
  }

  /** Sends what is due. */
  void send(long nanos, Output output) {
    long now = ticks(nanos);
    if (running && now - due() > ticks(PATIENCE_NANOS)) {
      beganTicks += now - due();
    }
    for (int burst = 0; running && burst < BURST; burst++) {
      if (keyFrameWanted && packet == 0) {
        begin(Math.max(now, lastTicks + 1));
      }
      if (due() > now) {
        return;
      }
      next(output);
    }
  }

  private long due() {
    return beganTicks + recorded.frame(frame).ticks();
  }

  private void next(Output output) {
    Frame current = recorded.frame(frame);
    if (packet == 0) {
      lastTicks = due();
      number(current.first());
    }
    boolean last = packet == current.payloads().size() - 1;
    byte[] built = build(current.payloads().get(packet), last && recorded.coding().isPicture());
    kept[sequence % KEPT] = built;
    sequence = sequence + 1 & 0xffff;
    packets++;
    octets += current.payloads().get(packet).length;
    output.send(built, marks.transport());
    packet = last ? 0 : packet + 1;
    if (last) {
      ends();
    }
  }

  private void ends() {
    frame++;
    if (frame == recorded.frames().size()) {
      begin(beganTicks + recorded.length());
    }
  }

  private void number(byte[] first) {
    if (recorded.coding() == Coding.VP8) {
      picture = picture + 1 & 0x7fff;
      base = Vp8Numbers.of(first).temporal() == 0 ? base + 1 & 0xff : base;
    }
  }

  private byte[] build(byte[] payload, boolean marker) {
    int header = HEADER + marks.length();
    ByteBuffer built = ByteBuffer.allocate(header + payload.length);
    built.put((byte) (0x80 | (marks.isEmpty() ? 0 : EXTENDED)));
    built.put((byte) (payloadType | (marker ? 0x80 : 0))).putShort((short) sequence);
    built.putInt((int) lastTicks + timestampOffset).putInt(ssrc);
    marks.write(built);
    built.put(payload);
    if (recorded.coding() == Coding.VP8) {
      Vp8Numbers.of(payload).write(built.array(), header, picture, base);
    }
    return built.array();
  }

  /** The packets with these sequence numbers once more, as far as they are kept. */
  void again(List<Integer> sequences, Output output) {
    for (int wanted : sequences) {
      byte[] found = kept[wanted % KEPT];
      if (found != null && Rtp.sequence(found, 0) == wanted) {
        output.send(found, marks.transport());
      }
    }
  }

  /** What it has sent; empty before the first packet. */
  Optional<SenderReport> report(long nanos, long ntp) {
    int timestamp = (int) ticks(nanos) + timestampOffset;
    return packets == 0
        ? Optional.empty()
        : Optional.of(new SenderReport(ssrc, ntp, timestamp, packets, octets, List.of()));
  }

  private long ticks(long nanos) {
    return nanos * (recorded.coding().clockRate() / 1000) / 1_000_000;
  }
}
