package plenum.bench.replay;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import plenum.engine.rtcp.FullIntraRequest;
import plenum.engine.rtcp.Nack;
import plenum.engine.rtcp.PictureLossIndication;
import plenum.engine.rtcp.ReceiverReport;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtcp.SourceDescription;
import plenum.engine.session.TestPeer;

/**
 * Somebody who publishes recordings over a connection, and does what the receiver asks for by RTCP:
 * key frames, and packets once more. All but {@link #want} and {@link #talk} is for one thread.
 */
final class ReplayingPublisher {

  private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long SECONDS_FROM_1900 = 2_208_988_800L;
  private static final int TALKING = 25;
  private static final int QUIET = 75;

  private final TestPeer peer;
  private final String cname;
  private final List<SentTrack> pictures;
  private final SentTrack sound;
  private final Recording recording;
  private final Queue<Rtcp> asked = new ConcurrentLinkedQueue<>();
  private final long began = System.nanoTime();
  private final Instant beganAt = Instant.now();
  private volatile Set<String> wanted;
  private volatile boolean talking;
  private long reported = Long.MIN_VALUE;
  private int transportSequence;

  /**
   * @param peer that is connected
   * @param pictures the encodings of the picture; those that {@code wanted} names are sent
   */
  ReplayingPublisher(
      TestPeer peer,
      Recording recording,
      List<SentTrack> pictures,
      SentTrack sound,
      Set<String> wanted) {
    this.peer = peer;
    this.cname = "replay-" + peer.port();
    this.recording = recording;
    this.pictures = List.copyOf(pictures);
    this.sound = sound;
    this.wanted = wanted;
    peer.onReport(asked::add);
  }

  /** Sends these encodings alone from now on, by name. */
  void want(Set<String> names) {
    wanted = Set.copyOf(names);
  }

  /** Whether the person says something; the microphone is open all the time. */
  void talk(boolean now) {
    talking = now;
  }

  /** Sends what is due. */
  void send() {
    long nanos = System.nanoTime() - began;
    for (Rtcp one = asked.poll(); one != null; one = asked.poll()) {
      answer(one);
    }
    sound.play(talking ? recording.voice() : recording.quiet(), talking ? TALKING : QUIET);
    sound.start(nanos);
    sound.send(nanos, this::send);
    for (SentTrack picture : pictures) {
      if (wanted.contains(picture.name())) {
        picture.start(nanos);
        picture.send(nanos, this::send);
      } else {
        picture.stop();
      }
    }
    if (reported == Long.MIN_VALUE || nanos - reported >= REPORT_NANOS) {
      reported = nanos;
      report(nanos);
    }
  }

  private void send(byte[] packet, boolean numbered) {
    if (numbered) {
      ByteBuffer.wrap(packet).putShort(Marks.TRANSPORT_AT, (short) transportSequence++);
    }
    peer.sendRtp(packet);
  }

  private void answer(Rtcp one) {
    if (one instanceof PictureLossIndication loss) {
      each(track -> track.ssrc() == loss.media(), SentTrack::keyFrame);
    } else if (one instanceof FullIntraRequest request) {
      each(track -> track.ssrc() == request.media(), SentTrack::keyFrame);
    } else if (one instanceof Nack nack) {
      each(t -> t.ssrc() == nack.media(), track -> track.again(nack.sequences(), this::send));
    } else if (one instanceof ReceiverReport report) {
      report.blocks().forEach(block -> each(t -> t.ssrc() == block.ssrc(), SentTrack::known));
    } else if (one instanceof SenderReport report) {
      report.blocks().forEach(block -> each(t -> t.ssrc() == block.ssrc(), SentTrack::known));
    }
  }

  private void each(Predicate<SentTrack> which, Consumer<SentTrack> what) {
    pictures.stream().filter(which).forEach(what);
  }

  private void report(long nanos) {
    Instant now = beganAt.plusNanos(nanos);
    long ntp = now.getEpochSecond() + SECONDS_FROM_1900 << 32;
    ntp |= ((long) now.getNano() << 32) / 1_000_000_000L;
    report(sound, nanos, ntp);
    for (SentTrack picture : pictures) {
      if (picture.isRunning()) {
        report(picture, nanos, ntp);
      }
    }
  }

  private void report(SentTrack track, long nanos, long ntp) {
    track
        .report(nanos, ntp)
        .ifPresent(r -> peer.sendRtcp(r, SourceDescription.of(track.ssrc(), cname)));
  }

  void close() {
    peer.close();
  }
}
