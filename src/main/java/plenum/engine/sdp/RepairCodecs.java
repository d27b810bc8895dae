package plenum.engine.sdp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The payload types in which packets of others are sent again (RFC 4588 section 8). */
final class RepairCodecs {

  private static final String NAME = "rtx";
  private static final String OF = "apt";
  private static final String ASKED_FOR = "nack";

  private RepairCodecs() {}

  /**
   * Those of an m-line.
   *
   * @param agreed the codecs whose packets are sent
   * @return by the payload type of what they repair; only where lost packets can be asked for
   */
  static Map<Integer, Codec> of(MediaDescription offered, List<Codec> agreed) {
    Map<Integer, Codec> repairs = new LinkedHashMap<>();
    for (Codec codec : agreed) {
      if (codec.feedback().contains(ASKED_FOR)) {
        offered.codecs().stream()
            .filter(other -> repairs(other, codec))
            .findFirst()
            .map(RepairCodecs::agreed)
            .ifPresent(other -> repairs.put(codec.payloadType(), other));
      }
    }
    return repairs;
  }

  private static boolean repairs(Codec other, Codec codec) {
    return other.name().equalsIgnoreCase(NAME)
        && other.clockRate() == codec.clockRate()
        && other.parameter(OF, "").equals("" + codec.payloadType());
  }

  /** How long packets are kept is ours to say, and we do not. */
  private static Codec agreed(Codec offered) {
    String of = OF + "=" + offered.parameter(OF, "");
    return new Codec(offered.payloadType(), NAME, offered.clockRate(), 1, of, List.of());
  }
}
