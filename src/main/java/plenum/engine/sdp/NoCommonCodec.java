package plenum.engine.sdp;

import java.util.List;
import java.util.stream.Collectors;

/** What is offered cannot pass the engine; the message is a sentence that names it. */
public final class NoCommonCodec extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String PASSED =
      "This server passes Opus, H264 with packetization-mode 0 or 1, VP8, VP9 and AV1 of profile"
          + " 0.";

  private NoCommonCodec(String message) {
    super(message, null, false, false);
  }

  /** A section that has none; {@code named} is how people find it. */
  static NoCommonCodec in(String named, MediaDescription media) {
    List<String> names = names(media);
    String there = String.join(", ", names.isEmpty() ? media.formats() : names);
    return new NoCommonCodec(
        "The offer's "
            + named
            + " has no codec that this server passes: it has "
            + there
            + ". "
            + PASSED);
  }

  /** An offer in which nothing is in use. */
  static NoCommonCodec in(SessionDescription offer) {
    String offered =
        offer.media().stream()
            .limit(8)
            .map(NoCommonCodec::summary)
            .collect(Collectors.joining("; "));
    return new NoCommonCodec(
        "The offer has no audio or video that is in use: it has " + offered + ". " + PASSED);
  }

  private static String summary(MediaDescription media) {
    List<String> names = names(media);
    String state = media.refused() ? " (refused)" : " (" + media.direction().attribute() + ")";
    return media.kind() + state + (names.isEmpty() ? "" : " " + String.join(", ", names));
  }

  private static List<String> names(MediaDescription media) {
    return media.codecs().stream().map(Codec::name).distinct().limit(12).toList();
  }
}
