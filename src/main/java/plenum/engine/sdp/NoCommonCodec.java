package plenum.engine.sdp;

import java.util.List;
import java.util.stream.Collectors;

/** Nothing that is offered can pass the engine; the message is a sentence naming the offer. */
public final class NoCommonCodec extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NoCommonCodec(String message) {
    super(message, null, false, false);
  }

  static NoCommonCodec in(SessionDescription offer) {
    String offered =
        offer.media().stream()
            .limit(8)
            .map(NoCommonCodec::summary)
            .collect(Collectors.joining("; "));
    return new NoCommonCodec(
        "This server passes Opus, H264 with packetization-mode 1, VP8, VP9 and AV1 of profile 0;"
            + " the offer has "
            + offered
            + ".");
  }

  private static String summary(MediaDescription media) {
    List<String> names = media.codecs().stream().map(Codec::name).distinct().limit(12).toList();
    String state = media.refused() ? " (refused)" : " (" + media.direction().attribute() + ")";
    return media.kind() + state + (names.isEmpty() ? "" : " " + String.join(", ", names));
  }
}
