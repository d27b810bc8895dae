package plenum.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import plenum.engine.forward.LayerId;
import plenum.engine.forward.TokenBucket;
import plenum.engine.rtcp.Nack;
import plenum.engine.rtcp.PictureLossIndication;
import plenum.engine.rtcp.ReceiverReport;
import plenum.engine.rtcp.ReportBlock;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.RtcpWriter;
import plenum.engine.rtcp.SourceDescription;
import plenum.engine.rtcp.TransportFeedbackRecorder;

/** What a publisher is told: arrivals, losses, reports, and wishes for key frames. */
final class PublisherFeedback {

  /** Often enough for a browser's estimator to ramp up within seconds. */
  private static final long ARRIVALS_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** At most four bytes each, so that a packet always fits into one datagram. */
  private static final int NACKS_PER_PACKET = 250;

  /**
   * Packets that it is asked for: what is sent again takes the place of media, and of a bad network
   * there is always more to ask for.
   */
  static final int REQUESTS_PER_SECOND = 400;

  private static final int REQUESTS_AT_ONCE = 200;
  private static final String CNAME = "plenum";

  private final int ssrc = Unguessable.ssrc();
  private final ReceivedTracks tracks;
  private final Consumer<byte[]> output;
  private final TokenBucket requests;
  private final TransportFeedbackRecorder arrivals = new TransportFeedbackRecorder(ssrc);
  private long arrivalsNanos;
  private long reportNanos;

  /**
   * @param output sends a compound RTCP packet to the publisher
   */
  PublisherFeedback(ReceivedTracks tracks, Consumer<byte[]> output, long nowNanos) {
    this.tracks = tracks;
    this.requests = new TokenBucket(REQUESTS_PER_SECOND, REQUESTS_AT_ONCE, nowNanos);
    this.output = output;
  }

  /** Notes the arrival of a packet with a transport-wide sequence number. */
  void arrived(int transportSequence, int mediaSsrc, long micros) {
    arrivals.received(transportSequence, mediaSsrc, micros);
  }

  /** Asks for a key frame of an encoding of its video, if its SSRC is known. */
  void requestKeyFrame(LayerId id) {
    for (ReceivedTrack track : tracks.all()) {
      if (track.id().equals(id)) {
        track.ssrc().ifPresent(media -> send(new PictureLossIndication(ssrc, media)));
      }
    }
  }

  /** Sends what is due. */
  void tick(long nowNanos) {
    for (ReceivedTrack track : tracks.all()) {
      askForMissing(track, nowNanos);
    }
    if (nowNanos - arrivalsNanos >= ARRIVALS_NANOS) {
      arrivalsNanos = nowNanos;
      arrivals.feedback(TimeUnit.NANOSECONDS.toMicros(nowNanos)).ifPresent(output);
    }
    if (nowNanos - reportNanos >= REPORT_NANOS) {
      reportNanos = nowNanos;
      report(nowNanos);
    }
  }

  private void askForMissing(ReceivedTrack track, long nowNanos) {
    List<Integer> missing = track.missing(nowNanos, requests);
    if (missing.isEmpty() || track.ssrc().isEmpty()) {
      return;
    }
    int media = track.ssrc().getAsInt();
    for (int from = 0; from < missing.size(); from += NACKS_PER_PACKET) {
      int to = Math.min(from + NACKS_PER_PACKET, missing.size());
      send(new Nack(ssrc, media, missing.subList(from, to)));
    }
  }

  private void report(long nowNanos) {
    List<ReportBlock> blocks = new ArrayList<>();
    tracks.all().forEach(track -> track.block(nowNanos).ifPresent(blocks::add));
    if (!blocks.isEmpty()) {
      send(new ReceiverReport(ssrc, blocks), SourceDescription.of(ssrc, CNAME));
    }
  }

  private void send(Rtcp... packets) {
    output.accept(RtcpWriter.compound(List.of(packets)));
  }
}
