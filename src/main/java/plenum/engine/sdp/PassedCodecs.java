package plenum.engine.sdp;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Which codecs pass the engine. */
final class PassedCodecs {

  /** RFC 7587 section 4.1. */
  private static final int OPUS_RATE = 48_000;

  /** RFC 6184 section 5.1, RFC 7741 section 4.1 and the other pictures' formats. */
  private static final int VIDEO_RATE = 90_000;

  private PassedCodecs() {}

  /** Those of an m-line, in the offer's order. */
  static List<Codec> of(MediaDescription media) {
    return known(media).filter(codec -> !looksLikeRtcp(codec)).toList();
  }

  /** Whether it has some that would pass if they had other payload types. */
  static boolean areTakenForRtcp(MediaDescription media) {
    return known(media).anyMatch(PassedCodecs::looksLikeRtcp);
  }

  private static Stream<Codec> known(MediaDescription media) {
    boolean audio = media.kind().equals("audio");
    return media.codecs().stream()
        .filter(codec -> audio ? passesAsAudio(codec) : passesAsVideo(codec));
  }

  /** Packets with the marker are (RFC 5761 section 4). */
  private static boolean looksLikeRtcp(Codec codec) {
    return codec.payloadType() >= 64 && codec.payloadType() <= 95;
  }

  private static boolean passesAsAudio(Codec codec) {
    return codec.name().equals("opus") && codec.clockRate() == OPUS_RATE;
  }

  /** All have one clock, so that a publisher may go from one to another within its track. */
  private static boolean passesAsVideo(Codec codec) {
    return codec.clockRate() == VIDEO_RATE && passes(codec);
  }

  private static boolean passes(Codec codec) {
    return switch (codec.name()) {
      case "H264" -> H264Mode.of(codec.fmtp()) != H264Mode.INTERLEAVED;
      case "VP8" -> true;
      case "VP9" -> codec.parameter("profile-id", "0").equals("0");
      case "AV1" -> codec.parameter("profile", "0").equals("0");
      default -> false;
    };
  }

  /**
   * Those to receive of an m-line: all, in the offer's order, for browsers send the first and
   * others what they have. Of several H264, those that the most players can decode stand before the
   * others.
   */
  static List<Codec> received(MediaDescription media) {
    List<Codec> passed = of(media);
    Iterator<Codec> h264 =
        passed.stream()
            .filter(PassedCodecs::isH264)
            .sorted(Comparator.comparingInt(PassedCodecs::rareness))
            .iterator();
    return passed.stream().map(codec -> isH264(codec) ? h264.next() : codec).toList();
  }

  private static boolean isH264(Codec codec) {
    return codec.name().equals("H264");
  }

  /** Every browser decodes (constrained) baseline; of the rest the offer's order decides. */
  private static int rareness(Codec codec) {
    H264Profile profile = H264Profile.of(codec.fmtp());
    boolean common = profile == H264Profile.CONSTRAINED_BASELINE || profile == H264Profile.BASELINE;
    return common ? 0 : 1;
  }
}
