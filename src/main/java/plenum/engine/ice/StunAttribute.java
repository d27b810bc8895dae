package plenum.engine.ice;

import java.util.Set;

/**
 * One attribute of a STUN message (RFC 8489 section 14).
 *
 * @param type one of the constants here, or another
 * @param value without padding; the array is not copied and must not be changed
 */
public record StunAttribute(int type, byte[] value) {

  static final int USERNAME = 0x0006;
  static final int MESSAGE_INTEGRITY = 0x0008;
  static final int ERROR_CODE = 0x0009;
  static final int UNKNOWN_ATTRIBUTES = 0x000a;
  static final int MESSAGE_INTEGRITY_SHA256 = 0x001c;
  static final int XOR_MAPPED_ADDRESS = 0x0020;
  static final int PRIORITY = 0x0024;
  static final int USE_CANDIDATE = 0x0025;
  static final int FINGERPRINT = 0x8028;
  static final int ICE_CONTROLLED = 0x8029;
  static final int ICE_CONTROLLING = 0x802a;

  /** MAPPED-ADDRESS, REALM and NONCE have no meaning in a check, but are no reason to refuse it. */
  private static final Set<Integer> UNDERSTOOD =
      Set.of(
          0x0001,
          USERNAME,
          MESSAGE_INTEGRITY,
          ERROR_CODE,
          UNKNOWN_ATTRIBUTES,
          0x0014,
          0x0015,
          MESSAGE_INTEGRITY_SHA256,
          XOR_MAPPED_ADDRESS,
          PRIORITY,
          USE_CANDIDATE);

  /** Whether the attribute must be understood and is not (RFC 8489 section 6.3). */
  boolean refused() {
    return type < 0x8000 && !UNDERSTOOD.contains(type);
  }
}
