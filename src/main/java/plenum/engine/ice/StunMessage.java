package plenum.engine.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A STUN message (RFC 8489) of ICE (RFC 8445 section 16).
 *
 * @param type method and class, for example {@link #BINDING_REQUEST}
 * @param transactionId 12 bytes; not copied, not to be changed
 * @param attributes in their order, without MESSAGE-INTEGRITY, FINGERPRINT, and whatever followed
 *     the former
 */
public record StunMessage(int type, byte[] transactionId, List<StunAttribute> attributes) {

  public static final int BINDING_REQUEST = 0x0001;
  public static final int BINDING_INDICATION = 0x0011;
  public static final int BINDING_RESPONSE = 0x0101;
  public static final int BINDING_ERROR = 0x0111;

  static final int HEADER = 20;
  static final int MAGIC_COOKIE = 0x2112a442;

  public StunMessage {
    attributes = List.copyOf(attributes);
  }

  /**
   * Whether the datagram is STUN by its first byte (RFC 7983), magic cookie and length. Costs next
   * to nothing, for datagrams of strangers.
   */
  public static boolean isStun(byte[] b, int off, int len) {
    return len >= HEADER
        && (b[off] & 0xfc) == 0
        && StunFormat.i32(b, off + 4) == MAGIC_COOKIE
        && (len & 3) == 0
        && StunFormat.u16(b, off + 2) == len - HEADER;
  }

  /**
   * Reads a message.
   *
   * @return empty if it is malformed or its FINGERPRINT is wrong; MESSAGE-INTEGRITY is not checked
   *     here, see {@link #hasIntegrity}
   */
  public static Optional<StunMessage> parse(byte[] b, int off, int len) {
    return StunFormat.parse(b, off, len);
  }

  /** Whether the datagram has a MESSAGE-INTEGRITY made with this password. */
  public static boolean hasIntegrity(byte[] b, int off, int len, String password) {
    int at = StunFormat.find(b, off, len, StunAttribute.MESSAGE_INTEGRITY);
    return at >= 0 && StunFormat.integrityHolds(b, off, at, password);
  }

  /**
   * The receiver's user name fragment: the part of USERNAME before the colon. Read without parsing
   * the rest, to find the session of a datagram.
   */
  public static Optional<String> localUserFragment(byte[] b, int off, int len) {
    int at = isStun(b, off, len) ? StunFormat.find(b, off, len, StunAttribute.USERNAME) : -1;
    if (at < 0) {
      return Optional.empty();
    }
    int length = StunFormat.u16(b, at + 2);
    for (int i = 0; i < length; i++) {
      if (b[at + 4 + i] == ':') {
        return Optional.of(new String(b, at + 4, i, StandardCharsets.US_ASCII));
      }
    }
    return Optional.empty();
  }

  /** A connectivity check as a controlling agent sends it (RFC 8445 section 7.2.2). */
  public static StunMessage bindingRequest(
      byte[] transactionId, String username, int priority, long tieBreaker, boolean nominate) {
    List<StunAttribute> attributes = new ArrayList<>();
    attributes.add(
        new StunAttribute(StunAttribute.USERNAME, username.getBytes(StandardCharsets.UTF_8)));
    attributes.add(
        new StunAttribute(StunAttribute.PRIORITY, ByteBuffer.allocate(4).putInt(priority).array()));
    attributes.add(
        new StunAttribute(
            StunAttribute.ICE_CONTROLLING, ByteBuffer.allocate(8).putLong(tieBreaker).array()));
    if (nominate) {
      attributes.add(new StunAttribute(StunAttribute.USE_CANDIDATE, new byte[0]));
    }
    return new StunMessage(BINDING_REQUEST, transactionId, attributes);
  }

  StunMessage success(InetSocketAddress from) {
    byte[] address = XorAddress.write(from, transactionId);
    return answer(
        BINDING_RESPONSE, List.of(new StunAttribute(StunAttribute.XOR_MAPPED_ADDRESS, address)));
  }

  StunMessage error(int code, String reason, StunAttribute... more) {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    ByteBuffer value = ByteBuffer.allocate(4 + text.length);
    value.putShort((short) 0).put((byte) (code / 100)).put((byte) (code % 100)).put(text);
    List<StunAttribute> attributes = new ArrayList<>(List.of(more));
    attributes.add(0, new StunAttribute(StunAttribute.ERROR_CODE, value.array()));
    return answer(BINDING_ERROR, attributes);
  }

  private StunMessage answer(int answerType, List<StunAttribute> answerAttributes) {
    return new StunMessage(answerType, transactionId, answerAttributes);
  }

  /** The message with FINGERPRINT. */
  public byte[] encode() {
    return StunFormat.encode(this, Optional.empty());
  }

  /** The message with MESSAGE-INTEGRITY by this password, and FINGERPRINT. */
  public byte[] encode(String password) {
    return StunFormat.encode(this, Optional.of(password));
  }

  /** The value of the first attribute of this type. */
  Optional<byte[]> attribute(int attributeType) {
    return attributes.stream()
        .filter(a -> a.type() == attributeType)
        .map(StunAttribute::value)
        .findFirst();
  }

  boolean has(int attributeType) {
    return attribute(attributeType).isPresent();
  }

  /** USERNAME, {@code receiver:sender}. */
  public Optional<String> username() {
    return attribute(StunAttribute.USERNAME).map(v -> new String(v, StandardCharsets.UTF_8));
  }

  /** XOR-MAPPED-ADDRESS; empty if absent or malformed. */
  public Optional<InetSocketAddress> mappedAddress() {
    return attribute(StunAttribute.XOR_MAPPED_ADDRESS)
        .flatMap(v -> XorAddress.read(v, transactionId));
  }

  /** The number in ERROR-CODE, for example 401. */
  public OptionalInt errorCode() {
    return attribute(StunAttribute.ERROR_CODE)
        .filter(v -> v.length >= 4)
        .map(v -> OptionalInt.of((v[2] & 7) * 100 + (v[3] & 0xff)))
        .orElse(OptionalInt.empty());
  }
}
