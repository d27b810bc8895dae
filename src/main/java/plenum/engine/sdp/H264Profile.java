package plenum.engine.sdp;

import java.util.List;
import java.util.regex.Pattern;

/** The profile that a {@code profile-level-id} stands for (RFC 6184 table 5). */
enum H264Profile {
  CONSTRAINED_BASELINE,
  BASELINE,
  MAIN,
  CONSTRAINED_HIGH,
  HIGH,
  HIGH_444,
  OTHER;

  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{6}");

  /** One row of the table: profile_idc, and constraint bits under a mask. */
  private record Row(int idc, int mask, int bits, H264Profile profile) {}

  private static final List<Row> TABLE =
      List.of(
          new Row(0x42, 0x4f, 0x40, CONSTRAINED_BASELINE),
          new Row(0x4d, 0x8f, 0x80, CONSTRAINED_BASELINE),
          new Row(0x58, 0xcf, 0xc0, CONSTRAINED_BASELINE),
          new Row(0x42, 0x4f, 0x00, BASELINE),
          new Row(0x58, 0xcf, 0x80, BASELINE),
          new Row(0x4d, 0xaf, 0x00, MAIN),
          new Row(0x64, 0xff, 0x0c, CONSTRAINED_HIGH),
          new Row(0x64, 0xff, 0x00, HIGH),
          new Row(0xf4, 0xff, 0x00, HIGH_444));

  /** The profile in these format parameters; WebRTC's default without a profile-level-id. */
  static H264Profile of(String fmtp) {
    String id = Codec.parameter(fmtp, "profile-level-id", "42e01f");
    if (!ID.matcher(id).matches()) {
      return OTHER;
    }
    int idc = Integer.parseInt(id.substring(0, 2), 16);
    int constraints = Integer.parseInt(id.substring(2, 4), 16);
    return TABLE.stream()
        .filter(row -> row.idc == idc && (constraints & row.mask) == row.bits)
        .map(Row::profile)
        .findFirst()
        .orElse(OTHER);
  }

  /** How near a decoder of this profile is to a stream of that one; 0 is the same. */
  int distance(H264Profile stream) {
    return this == stream && this != OTHER ? 0 : 1 + ordinal();
  }
}
