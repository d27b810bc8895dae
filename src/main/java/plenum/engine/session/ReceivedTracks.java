package plenum.engine.session;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plenum.engine.StreamTracks;
import plenum.engine.forward.Kind;
import plenum.engine.forward.Source;
import plenum.engine.forward.SourceCodec;
import plenum.engine.forward.SourceOutput;
import plenum.engine.forward.TrackId;
import plenum.engine.rtp.Rtp;

/** The tracks of a publisher: tells of which of them a packet is (RFC 9143 section 9.2). */
final class ReceivedTracks {

  private final List<ReceivedTrack> tracks;

  ReceivedTracks(List<ReceivedTrack> tracks) {
    this.tracks = List.copyOf(tracks);
  }

  List<ReceivedTrack> all() {
    return tracks;
  }

  /**
   * The track of a packet: the one that has its SSRC and its payload type; else one with its
   * payload type that the packet names, or any if it names none, whose SSRC it may be now. Some
   * clients send another SSRC than they announced, or change it (RFC 3550 section 8.2).
   *
   * @return null for a packet of no track, as this is asked for each
   */
  ReceivedTrack of(byte[] b, int off, int len, long nowNanos) {
    int payloadType = Rtp.payloadType(b, off);
    int ssrc = Rtp.ssrc(b, off);
    for (int i = 0; i < tracks.size(); i++) {
      ReceivedTrack track = tracks.get(i);
      if (track.isFrom(ssrc) && track.mayHave(payloadType)) {
        return track.heard(ssrc, nowNanos);
      }
    }
    ReceivedTrack found = null;
    for (int i = 0; i < tracks.size(); i++) {
      ReceivedTrack track = tracks.get(i);
      boolean candidate =
          track.mayHave(payloadType)
              && track.isNamedBy(b, off, len)
              && track.mayBecome(ssrc, nowNanos);
      if (candidate && (found == null || !found.isUnheard() && track.isUnheard())) {
        found = track;
      }
    }
    return found == null ? null : found.heard(ssrc, nowNanos);
  }

  /** Whether a packet is one that was sent before as one of another source. */
  boolean isRepair(byte[] b, int off) {
    int payloadType = Rtp.payloadType(b, off);
    for (int i = 0; i < tracks.size(); i++) {
      if (tracks.get(i).repairs().has(payloadType)) {
        return true;
      }
    }
    return false;
  }

  /** The track of such a packet; null for none, as this is asked for each. */
  ReceivedTrack repaired(byte[] b, int off, int len) {
    int payloadType = Rtp.payloadType(b, off);
    for (int i = 0; i < tracks.size(); i++) {
      RepairSource repairs = tracks.get(i).repairs();
      if (repairs.has(payloadType) && repairs.isFrom(b, off, len)) {
        return tracks.get(i);
      }
    }
    return null;
  }

  /** The sender of that SSRC has ended. */
  void leave(int ssrc) {
    for (ReceivedTrack track : tracks) {
      if (track.isFrom(ssrc)) {
        track.leave();
      }
    }
  }

  /** What a publisher sends that has these tracks. */
  Source source(SourceOutput output) {
    Source source =
        new Source(
            tracks.stream().collect(toMap(ReceivedTrack::id, ReceivedTrack::codecs)), output);
    for (ReceivedTrack track : tracks) {
      if (track.dependencyId() > 0) {
        source.describe(track.id(), track.dependencyId());
      }
    }
    return source;
  }

  /**
   * The names of some encodings of a track.
   *
   * @param mask a bit for each, the lowest for the first
   */
  List<String> names(TrackId track, int mask) {
    return tracks.stream()
        .filter(of -> of.id().track().equals(track) && (mask >> of.id().number() & 1) != 0)
        .map(ReceivedTrack::rid)
        .toList();
  }

  /** What is published, in short; the codec is that of the newest packet. */
  StreamTracks published() {
    Optional<SourceCodec> video = first(Kind.VIDEO);
    return new StreamTracks(
        first(Kind.AUDIO).isPresent(), video.isPresent(), video.map(SourceCodec::name).orElse(""));
  }

  private Optional<SourceCodec> first(Kind kind) {
    return tracks.stream()
        .filter(track -> track.id().track().kind() == kind)
        .min(Comparator.comparing(ReceivedTrack::isUnheard))
        .map(ReceivedTrack::codec);
  }
}
