package plenum.engine.sdp;

import java.util.Comparator;
import java.util.List;

/** Which codecs pass the engine. */
final class PassedCodecs {

  private PassedCodecs() {}

  /** Those of an m-line, in the offer's order. */
  static List<Codec> of(MediaDescription media) {
    boolean audio = media.kind().equals("audio");
    return media.codecs().stream()
        .filter(codec -> audio ? codec.name().equals("opus") : passesAsVideo(codec))
        .toList();
  }

  private static boolean passesAsVideo(Codec codec) {
    return switch (codec.name()) {
      case "H264" -> codec.parameter("packetization-mode", "0").equals("1");
      case "VP8" -> true;
      case "VP9" -> codec.parameter("profile-id", "0").equals("0");
      case "AV1" -> codec.parameter("profile", "0").equals("0");
      default -> false;
    };
  }

  /**
   * The one codec to receive of an m-line: the first; of several H264, the one that the most
   * players can decode.
   */
  static List<Codec> preferred(MediaDescription media) {
    List<Codec> passed = of(media);
    return passed.stream()
        .filter(codec -> codec.name().equals(passed.get(0).name()))
        .min(Comparator.comparingInt(PassedCodecs::rareness))
        .map(List::of)
        .orElse(List.of());
  }

  /** Every browser decodes (constrained) baseline; of the rest the offer's order decides. */
  private static int rareness(Codec codec) {
    H264Profile profile = H264Profile.of(codec.fmtp());
    boolean common = profile == H264Profile.CONSTRAINED_BASELINE || profile == H264Profile.BASELINE;
    return codec.name().equals("H264") && !common ? 1 : 0;
  }
}
