package plenum.engine.ice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The layout of STUN messages, their integrity and fingerprint (RFC 8489 sections 5 and 14). */
final class StunFormat {

  private static final String HMAC = "HmacSHA1";
  private static final int HMAC_LENGTH = 20;
  private static final int FINGERPRINT_XOR = 0x5354554e;
  private static final int MAX_ATTRIBUTES = 64;

  private StunFormat() {}

  static int u16(byte[] b, int off) {
    return (b[off] & 0xff) << 8 | b[off + 1] & 0xff;
  }

  static int i32(byte[] b, int off) {
    return u16(b, off) << 16 | u16(b, off + 2);
  }

  /** Where the attribute at {@code at} ends, with padding; -1 if it does not fit. */
  private static int next(byte[] b, int at, int end) {
    if (at + 4 > end) {
      return -1;
    }
    int next = at + 4 + (u16(b, at + 2) + 3 & ~3);
    return next <= end ? next : -1;
  }

  /**
   * Where the first attribute of this type begins; -1 if there is none, or none before
   * MESSAGE-INTEGRITY, which does not protect what follows it.
   */
  static int find(byte[] b, int off, int len, int type) {
    int end = off + len;
    int next;
    for (int at = off + StunMessage.HEADER; at < end; at = next) {
      next = next(b, at, end);
      if (next < 0) {
        return -1;
      }
      if (u16(b, at) == type) {
        return at;
      }
      if (u16(b, at) == StunAttribute.MESSAGE_INTEGRITY) {
        return -1;
      }
    }
    return -1;
  }

  static Optional<StunMessage> parse(byte[] b, int off, int len) {
    if (!StunMessage.isStun(b, off, len)) {
      return Optional.empty();
    }
    List<StunAttribute> attributes = new ArrayList<>();
    boolean protectedPart = true;
    int end = off + len;
    int next;
    for (int at = off + StunMessage.HEADER; at < end; at = next) {
      next = next(b, at, end);
      if (next < 0 || attributes.size() >= MAX_ATTRIBUTES) {
        return Optional.empty();
      }
      int type = u16(b, at);
      if (type == StunAttribute.FINGERPRINT) {
        if (next != end || !fingerprintHolds(b, off, at)) {
          return Optional.empty();
        }
      } else if (type == StunAttribute.MESSAGE_INTEGRITY) {
        protectedPart = false;
      } else if (protectedPart) {
        attributes.add(
            new StunAttribute(type, Arrays.copyOfRange(b, at + 4, at + 4 + u16(b, at + 2))));
      }
    }
    byte[] transactionId = Arrays.copyOfRange(b, off + 8, off + StunMessage.HEADER);
    return Optional.of(new StunMessage(u16(b, off), transactionId, attributes));
  }

  private static boolean fingerprintHolds(byte[] b, int off, int at) {
    return u16(b, at + 2) == 4 && i32(b, at + 4) == fingerprint(b, off, at - off);
  }

  private static int fingerprint(byte[] b, int off, int len) {
    CRC32 crc = new CRC32();
    crc.update(b, off, len);
    return (int) crc.getValue() ^ FINGERPRINT_XOR;
  }

  /** Whether the MESSAGE-INTEGRITY attribute at {@code at} was made with this password. */
  static boolean integrityHolds(byte[] b, int off, int at, String password) {
    if (u16(b, at + 2) != HMAC_LENGTH) {
      return false;
    }
    byte[] expected = integrity(b, off, at - off, password);
    return MessageDigest.isEqual(expected, Arrays.copyOfRange(b, at + 4, at + 4 + HMAC_LENGTH));
  }

  /** The HMAC over {@code len} bytes, with a header that counts MESSAGE-INTEGRITY as the last. */
  private static byte[] integrity(byte[] b, int off, int len, String password) {
    int counted = len - StunMessage.HEADER + 4 + HMAC_LENGTH;
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), HMAC));
      mac.update(b, off, 2);
      mac.update((byte) (counted >> 8));
      mac.update((byte) counted);
      mac.update(b, off + 4, len - 4);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  static byte[] encode(StunMessage message, Optional<String> password) {
    int size = StunMessage.HEADER + 8 + (password.isPresent() ? 4 + HMAC_LENGTH : 0);
    for (StunAttribute attribute : message.attributes()) {
      size += 4 + (attribute.value().length + 3 & ~3);
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putShort((short) message.type()).putShort((short) (size - StunMessage.HEADER));
    out.putInt(StunMessage.MAGIC_COOKIE).put(message.transactionId());
    for (StunAttribute attribute : message.attributes()) {
      put(out, attribute.type(), attribute.value());
    }
    if (password.isPresent()) {
      byte[] hmac = integrity(out.array(), 0, out.position(), password.get());
      put(out, StunAttribute.MESSAGE_INTEGRITY, hmac);
    }
    int fingerprint = fingerprint(out.array(), 0, out.position());
    out.putShort((short) StunAttribute.FINGERPRINT).putShort((short) 4).putInt(fingerprint);
    return out.array();
  }

  private static void put(ByteBuffer out, int type, byte[] value) {
    out.putShort((short) type).putShort((short) value.length).put(value);
    out.position(out.position() + (-value.length & 3));
  }
}
