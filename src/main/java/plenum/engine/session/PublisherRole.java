package plenum.engine.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import plenum.engine.EngineEvents;
import plenum.engine.StreamTracks;
import plenum.engine.forward.Kind;
import plenum.engine.forward.LayerId;
import plenum.engine.forward.Source;
import plenum.engine.forward.SourceOutput;
import plenum.engine.forward.TrackId;
import plenum.engine.rtcp.Bye;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtp.Rtp;

/** A session that publishes a stream. */
final class PublisherRole implements SessionRole, SourceOutput {

  /** Somebody who changes the codec with every packet is told of as often as this. */
  private static final long TELL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Session session;
  private final LiveStream stream;
  private final LiveStreams streams;
  private final EngineEvents events;
  private final ReceivedTracks tracks;
  private final PublisherFeedback feedback;
  private final PublisherLimit limit;
  private final SpeechDetector speech = new SpeechDetector();
  private Optional<Source> source = Optional.empty();
  private Optional<StreamTracks> told = Optional.empty();
  private long toldNanos;
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
      ReceivedTracks tracks,
      long maxBitrate,
      EngineEvents events) {
    this.session = session;
    this.stream = stream;
    this.streams = streams;
    this.tracks = tracks;
    this.events = events;
    this.feedback = new PublisherFeedback(tracks, session::rtcp, System.nanoTime());
    this.limit = new PublisherLimit(maxBitrate, System.nanoTime());
  }

  @Override
  public void connected(long nowNanos) {
    Source begun = tracks.source(this);
    source = Optional.of(begun);
    stream.media().publish(begun);
    tell(nowNanos);
    toldNanos -= TELL_NANOS; // A first guess that was wrong is put right at once.
  }

  private void tell(long nowNanos) {
    StreamTracks published = tracks.published();
    toldNanos = nowNanos;
    told = Optional.of(published);
    stream.onAir(published);
    events.published(stream.name(), session.identity().id(), published);
  }

  /** What a publisher sends may be another codec than it preferred, or become one. */
  private void tellOfAnotherCodec(long nowNanos) {
    if (nowNanos - toldNanos >= TELL_NANOS && !told.equals(Optional.of(tracks.published()))) {
      tell(nowNanos);
    }
  }

  @Override
  public Worth rtp(byte[] b, int off, int len, long nowNanos) {
    if (tracks.isRepair(b, off)) {
      return repair(b, off, len, nowNanos) ? Worth.PASSED : Worth.NEUTRAL;
    }
    ReceivedTrack track = tracks.of(b, off, len, nowNanos);
    if (track != null && source.isPresent() && !limit.permits(len, nowNanos)) {
      track.dropped(b, off, nowNanos);
      overLimit();
      return Worth.VAIN;
    }
    if (!arrived(track, b, off, len, nowNanos)) {
      return Worth.VAIN;
    }
    track.received(b, off, nowNanos);
    boolean empty = Rtp.isEmpty(b, off, len);
    pass(track, b, off, len, nowNanos);
    return empty ? Worth.VAIN : Worth.PASSED;
  }

  /**
   * A packet that was sent before; most that come unasked are of no use, and none is a defect.
   *
   * @return whether it is passed on
   */
  private boolean repair(byte[] b, int off, int len, long nowNanos) {
    ReceivedTrack track = tracks.repaired(b, off, len);
    if (track != null && source.isPresent() && !limit.permits(len, nowNanos)) {
      overLimit();
      return false;
    }
    int shorter =
        arrived(track, b, off, len, nowNanos) ? track.recovered(b, off, len, nowNanos) : -1;
    if (shorter < 0) {
      return false;
    }
    pass(track, b, off + shorter, len - shorter, nowNanos);
    return true;
  }

  private void overLimit() {
    droppedPackets++;
    session.drops().overLimit++;
  }

  /** Whether the packet is of a track; the publisher is told that it came. */
  private boolean arrived(ReceivedTrack track, byte[] b, int off, int len, long nowNanos) {
    if (track == null || source.isEmpty()) {
      droppedPackets++;
      session.drops().trackless++;
      return false;
    }
    receivedBytes += len;
    int transportSequence = track.transportSequence(b, off, len);
    if (transportSequence >= 0) {
      long micros = TimeUnit.NANOSECONDS.toMicros(nowNanos);
      feedback.arrived(transportSequence, Rtp.ssrc(b, off), micros);
    }
    return true;
  }

  private void pass(ReceivedTrack track, byte[] b, int off, int len, long nowNanos) {
    if (stream.holds(track.id().track().kind())) {
      stream.media().skip(source.get(), track.id());
      return;
    }
    if (track.id().track().kind() == Kind.AUDIO) {
      heard(track.audioLevel(b, off, len), nowNanos);
    }
    stream.media().receive(source.get(), track.id(), b, off, len, nowNanos);
    streams.wait(stream);
  }

  private void heard(int level, long nowNanos) {
    stream.loudness().heard(level, nowNanos);
    if (level >= 0) {
      boolean known = speech.told();
      boolean before = speech.speaks();
      speech.heard(level, nowNanos);
      tellSpeaking(!known || before != speech.speaks());
    }
  }

  private void tellSpeaking(boolean news) {
    if (news && told.isPresent()) {
      events.speaking(stream.name(), session.identity().id(), speech.speaks());
    }
  }

  @Override
  public void requestKeyFrame(LayerId layer) {
    feedback.requestKeyFrame(layer);
  }

  @Override
  public void layersWanted(TrackId track, int mask) {
    events.layersWanted(stream.name(), session.identity().id(), tracks.names(track, mask));
  }

  @Override
  public void rtcp(List<Rtcp> packets, long nowNanos) {
    for (Rtcp packet : packets) {
      if (packet instanceof SenderReport report) {
        tracks.all().stream()
            .filter(track -> track.isFrom(report.ssrc()))
            .forEach(track -> reported(track, report, nowNanos));
      } else if (packet instanceof Bye bye) {
        bye.ssrcs().forEach(tracks::leave);
      }
    }
  }

  private void reported(ReceivedTrack track, SenderReport report, long nowNanos) {
    track.reported(report, nowNanos);
    source.ifPresent(from -> stream.media().report(from, track.id(), report));
  }

  @Override
  public void tick(long nowNanos) {
    feedback.tick(nowNanos);
    boolean before = speech.speaks();
    speech.tick(nowNanos);
    tellSpeaking(before != speech.speaks());
    tellOfAnotherCodec(nowNanos);
    for (ReceivedTrack track : tracks.all()) {
      if (track.overflowed()) {
        stream.media().keyFrameWanted(track.id(), nowNanos);
      }
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
