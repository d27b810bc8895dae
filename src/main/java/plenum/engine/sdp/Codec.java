package plenum.engine.sdp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One payload type of a media description.
 *
 * @param payloadType 0 to 127
 * @param name the RTP encoding name; {@code H264}, {@code VP8}, {@code VP9}, {@code AV1} and {@code
 *     opus} are always spelled like this, others as they were written
 * @param clockRate of the RTP timestamps, in Hz
 * @param channels of audio; 1 if not given
 * @param fmtp the format parameters as they were written, empty if there are none
 * @param feedback values of {@code a=rtcp-fb}, for example {@code nack pli}
 */
public record Codec(
    int payloadType, String name, int clockRate, int channels, String fmtp, List<String> feedback) {

  private static final Map<String, String> SPELLING =
      Map.of("h264", "H264", "vp8", "VP8", "vp9", "VP9", "av1", "AV1", "opus", "opus");

  public Codec {
    name = SPELLING.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    feedback = List.copyOf(feedback);
  }

  /** A format parameter, {@code otherwise} if it is not there. */
  public String parameter(String key, String otherwise) {
    return parameter(fmtp, key, otherwise);
  }

  static String parameter(String fmtp, String key, String otherwise) {
    for (String pair : fmtp.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase(key)) {
        return pair.substring(equals + 1).strip();
      }
    }
    return otherwise;
  }

  /** The same codec with the feedback that both sides know, without duplicates. */
  Codec keepFeedback(Set<String> known) {
    List<String> kept = feedback.stream().filter(known::contains).distinct().toList();
    return new Codec(payloadType, name, clockRate, channels, fmtp, kept);
  }

  /** The same codec with one more format parameter. */
  Codec withParameter(String key, long value) {
    String all = (fmtp.isEmpty() ? "" : fmtp + ";") + key + "=" + value;
    return new Codec(payloadType, name, clockRate, channels, all, feedback);
  }
}
