package plenum.bench.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import plenum.engine.rtcp.ReceiverReport;
import plenum.engine.rtcp.ReportBlock;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.TransportFeedbackRecorder;
import plenum.engine.rtp.Rtp;
import plenum.engine.session.TestOffer;
import plenum.engine.session.TestPeer;

/**
 * One connection that receives. It decrypts and shows nothing, but tells the sender what came as a
 * browser does: times of arrival ten times a second, losses once. Thread-safe.
 */
public final class Spectator {

  private static final int OWN_SSRC = 1;
  private static final int MOST_BLOCKS = 31;
  private static final long FEEDBACK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final TestPeer peer;
  private final TestOffer offer;
  private final Consumer<Spectator> connected;
  private final Map<Integer, SeenTrack> tracks = new HashMap<>();
  private final TransportFeedbackRecorder arrivals = new TransportFeedbackRecorder(OWN_SSRC);
  private boolean numbered;
  private long packets;
  private long bytes;
  private long told = System.nanoTime();
  private long reported = told;

  Spectator(TestPeer peer, TestOffer offer, Consumer<Spectator> connected) {
    this.peer = peer;
    this.offer = offer.withFeedback().withRepairs();
    this.connected = connected;
  }

  /** The SDP to post. */
  public String offer() {
    return peer.offer(offer);
  }

  /** The answer's SDP; waits for the connection. */
  public void answer(String sdp) {
    synchronized (this) {
      numbered = sdp.contains("transport-wide-cc");
    }
    peer.showOnly(this::received);
    peer.answer(sdp);
    peer.awaitConnected();
    connected.accept(this);
  }

  private synchronized void received(byte[] b, int len) {
    long now = System.nanoTime();
    packets++;
    bytes += len;
    int at = numbered ? Rtp.extension(b, 0, len, TestOffer.TRANSPORT_SEQUENCE_ID) : -1;
    if (at >= 0) {
      int number = (b[at] & 0xff) << Byte.SIZE | b[at + 1] & 0xff;
      arrivals.received(number, Rtp.ssrc(b, 0), TimeUnit.NANOSECONDS.toMicros(now));
    }
    boolean sound = Rtp.payloadType(b, 0) == offer.type(Coding.OPUS.rtpName());
    tracks
        .computeIfAbsent(Rtp.ssrc(b, 0), ssrc -> new SeenTrack(ssrc, sound))
        .received(Rtp.sequence(b, 0), Rtp.timestamp(b, 0), now);
  }

  /** Tells the sender what is due. */
  void tell() {
    List<Rtcp> due = new ArrayList<>();
    synchronized (this) {
      long now = System.nanoTime();
      if (now - reported >= REPORT_NANOS) {
        reported = now;
        List<ReportBlock> blocks =
            tracks.values().stream().limit(MOST_BLOCKS).map(track -> track.block(now)).toList();
        due.add(new ReceiverReport(OWN_SSRC, blocks));
      }
      if (now - told >= FEEDBACK_NANOS) {
        told = now;
        arrivals.report(TimeUnit.NANOSECONDS.toMicros(now)).ifPresent(due::add);
      }
    }
    if (!due.isEmpty()) {
      peer.sendRtcp(due.toArray(Rtcp[]::new));
    }
  }

  /** From now on sounds are late anew. */
  public synchronized void forgetLateness() {
    tracks.values().forEach(SeenTrack::forgetLateness);
  }

  /** What came so far. */
  public synchronized Received soFar() {
    long now = System.nanoTime();
    List<SeenTrack> sounds = tracks.values().stream().filter(SeenTrack::isSound).toList();
    return new Received(
        packets,
        bytes,
        sounds.stream().mapToLong(SeenTrack::packets).sum(),
        sounds.stream().mapToLong(track -> track.lost(now)).sum(),
        sounds.stream().mapToDouble(SeenTrack::late).max().orElse(0));
  }
}
