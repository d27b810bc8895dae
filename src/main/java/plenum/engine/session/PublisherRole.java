package plenum.engine.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import plenum.engine.EngineEvents;
import plenum.engine.StreamTracks;
import plenum.engine.forward.Kind;
import plenum.engine.forward.Source;
import plenum.engine.forward.SourceCodec;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtp.Rtp;

/** A session that publishes a stream. */
final class PublisherRole implements Role {

  private final Session session;
  private final LiveStream stream;
  private final LiveStreams streams;
  private final EngineEvents events;
  private final List<ReceivedTrack> tracks;
  private final PublisherFeedback feedback;
  private final PublisherLimit limit;
  private Optional<Source> source = Optional.empty();
  private long receivedBytes;

  /** Packets over the limit, or of no track that was agreed on. */
  private long droppedPackets;

  /**
   * @param maxBitrate bits per second; what comes above it is dropped
   */
  PublisherRole(
      Session session,
      LiveStream stream,
      LiveStreams streams,
      List<ReceivedTrack> tracks,
      long maxBitrate,
      EngineEvents events) {
    this.session = session;
    this.stream = stream;
    this.streams = streams;
    this.tracks = List.copyOf(tracks);
    this.events = events;
    this.feedback = new PublisherFeedback(tracks, session::sendRtcp);
    this.limit = new PublisherLimit(maxBitrate, System.nanoTime());
  }

  @Override
  public void connected(long nowNanos) {
    Source begun = new Source(codec(Kind.AUDIO), codec(Kind.VIDEO), feedback::requestKeyFrame);
    source = Optional.of(begun);
    stream.media().publish(begun);
    StreamTracks published = published();
    stream.onAir(published);
    events.published(stream.name(), session.identity().id(), published);
  }

  private Optional<SourceCodec> codec(Kind kind) {
    return tracks.stream().filter(t -> t.kind() == kind).map(ReceivedTrack::codec).findFirst();
  }

  private StreamTracks published() {
    Optional<SourceCodec> video = codec(Kind.VIDEO);
    return new StreamTracks(
        codec(Kind.AUDIO).isPresent(), video.isPresent(), video.map(SourceCodec::name).orElse(""));
  }

  @Override
  public void rtp(byte[] b, int off, int len, long nowNanos) {
    ReceivedTrack track = trackOf(b, off);
    if (track == null || source.isEmpty()) {
      droppedPackets++;
      session.drops().trackless++;
      return;
    }
    if (!limit.permits(len, nowNanos)) {
      droppedPackets++;
      session.drops().overLimit++;
      track.dropped(b, off, nowNanos);
      return;
    }
    receivedBytes += len;
    track.received(b, off, nowNanos);
    int transportSequence = track.transportSequence(b, off, len);
    if (transportSequence >= 0) {
      long micros = TimeUnit.NANOSECONDS.toMicros(nowNanos);
      feedback.arrived(transportSequence, Rtp.ssrc(b, off), micros);
    }
    stream.media().receive(source.get(), track.kind(), b, off, len, nowNanos);
    streams.wait(stream);
  }

  private ReceivedTrack trackOf(byte[] b, int off) {
    for (int i = 0; i < tracks.size(); i++) {
      if (tracks.get(i).claims(b, off)) {
        return tracks.get(i);
      }
    }
    return null;
  }

  @Override
  public void rtcp(List<Rtcp> packets, long nowNanos) {
    for (Rtcp packet : packets) {
      if (packet instanceof SenderReport report) {
        tracks.stream()
            .filter(track -> track.isFrom(report.ssrc()))
            .forEach(track -> reported(track, report, nowNanos));
      }
    }
  }

  private void reported(ReceivedTrack track, SenderReport report, long nowNanos) {
    track.reported(report, nowNanos);
    source.ifPresent(from -> stream.media().report(from, track.kind(), report));
  }

  @Override
  public void tick(long nowNanos) {
    if (feedback.tick(nowNanos)) {
      stream.media().keyFrameWanted(nowNanos);
    }
  }

  @Override
  public void ended() {
    source.ifPresent(
        from -> {
          source = Optional.empty();
          stream.media().unpublish(from);
          events.unpublished(stream.name(), session.identity().id());
        });
  }

  @Override
  public Traffic traffic() {
    return new Traffic(receivedBytes, 0, droppedPackets);
  }
}
