package plenum.engine.srtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.engine.srtp.Packets.hex;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** RFC 3711 appendix B, RFC 7714 16 and 17, and the reference packets of libsrtp's own test. */
class SrtpVectorsTest {

  private static final byte[] B3_KEY = hex("E1F97A0D3E018BE0D64FA32C06DE4139");
  private static final byte[] B3_SALT = hex("0EC675AD498AFEEBB6960B3AABE6");

  private static final byte[] RTP = hex("800f1234decafbadcafebabe", "ab".repeat(16));
  private static final byte[] RTCP = hex("81c8000bcafebabe", "ab".repeat(16));

  @Test
  void counterModeKeyStreamIsThatOfAppendixB2() {
    SessionKeys keys =
        new SessionKeys(
            hex("2B7E151628AED2A6ABF7158809CF4F3C"),
            new byte[20],
            hex("F0F1F2F3F4F5F6F7F8F9FAFBFCFD"));
    PacketCipher cipher = PacketCipher.of(SrtpProfile.AES_CM_128_HMAC_SHA1_80, keys, keys);
    byte[] packet = new byte[12 + 0xff02 * 16];
    packet[0] = (byte) 0x80;
    byte[] out = new byte[packet.length + 10];
    cipher.sealRtp(packet, 0, packet.length, 12, 0, out, 0);
    assertArrayEquals(
        hex(
            "E03EAD0935C95E80E166B16DD92B4EB4",
            "D23513162B02D0F72A43A2FE4A5F97AB",
            "41E95B3BB0A2E8DD477901E4FCA894C0"),
        Arrays.copyOfRange(out, 12, 12 + 48));
    assertArrayEquals(
        hex(
            "EC8CDF7398607CB0F2D21675EA9EA1E4",
            "362B7C3C6773516318A077D7FC5073AE",
            "6A2CC3787889374FBEB4C81B17BA6C44"),
        Arrays.copyOfRange(out, 12 + 0xfeff * 16, 12 + 0xff02 * 16));
  }

  @Test
  void sessionKeysAreThoseOfAppendixB3() {
    SessionKeys keys = SessionKeys.ofRtp(SrtpProfile.AES_CM_128_HMAC_SHA1_80, B3_KEY, B3_SALT);
    assertArrayEquals(hex("C61E7A93744F39EE10734AFE3FF7A087"), keys.encryption);
    assertArrayEquals(hex("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4"), keys.authentication);
    assertArrayEquals(hex("30CBBC08863D8C85D49DB34A9AE1"), keys.salt);
  }

  @Test
  void longDerivedKeyIsThatOfAppendixB3() {
    assertArrayEquals(
        hex(
            "CEBE321F6FF7716B6FD4AB49AF256A15 6D38BAA48F0A0ACF3C34E2359E6CDBCE",
            "E049646C43D9327AD175578EF7227098 6371C10C9A369AC2F94A8C5FBCDDDC25",
            "6D6E919A48B610EF17C2041E47403576 6B68642C59BBFC2F34DB60DBDFB2"),
        SessionKeys.keystream(B3_KEY, B3_SALT, 1, 94));
  }

  @Test
  void counterModePacketsAreThoseOfLibsrtp() {
    PacketCipher cipher = PacketCipher.of(SrtpProfile.AES_CM_128_HMAC_SHA1_80, B3_KEY, B3_SALT);
    checkRtp(
        cipher,
        RTP,
        0x1234,
        hex("800f1234decafbadcafebabe 4e55dc4ce79978d88ca4d215949d2402 b78d6acc99ea179b8dbb"));
    checkRtcp(
        cipher,
        RTCP,
        1,
        hex("81c8000bcafebabe 7128035be487b9bdbef89041f977a5a8 80000001 993e08cd54d6c1230798"));
  }

  @Test
  void gcmPacketsAreThoseOfLibsrtp() {
    PacketCipher cipher =
        PacketCipher.of(
            SrtpProfile.AEAD_AES_128_GCM,
            hex("000102030405060708090a0b0c0d0e0f"),
            hex("a0a1a2a3a4a5a6a7a8a9aaab"));
    checkRtp(
        cipher,
        RTP,
        0x1234,
        hex(
            "800f1234decafbadcafebabe c5002ede04cfdd2eb91159e0880aa06e",
            "d2976826f796b201df3131a127e8a392"));
    checkRtcp(
        cipher,
        RTCP,
        1,
        hex(
            "81c8000bcafebabe c98b8b5df0392a55852b6c21ac8e7025",
            "c52c6fbea2b3b446ea31123ba88ce61e 80000001"));
  }

  @Test
  void gcmRtpPacketIsThatOfRfc7714() {
    checkRtp(
        rfc7714(),
        hex(
            "8040f17b 8041f8d3 5501a0b2 47616c6c 69612065 7374206f 6d6e6973 20646976",
            "69736120 696e2070 61727465 73207472 6573"),
        0xf17b,
        hex(
            "8040f17b 8041f8d3 5501a0b2 f24de3a3 fb34de6c acba861c 9d7e4bca be633bd5",
            "0d294e6f 42a5f47a 51c7d19b 36de3adf 8833899d 7f27beb1 6a9152cf 765ee439 0cce"));
  }

  @Test
  void gcmRtcpPacketIsThatOfRfc7714() {
    checkRtcp(
        rfc7714(),
        hex(
            "81c8000d 4d617273 4e545031 4e545032 52545020 0000042a 0000e930 4c756e61",
            "deadbeef deadbeef deadbeef deadbeef deadbeef"),
        0x5d4,
        hex(
            "81c8000d 4d617273 63e94885 dcdab67c a727d766 2f6b7e99 7ff5c0f7 6c06f32d",
            "c676a5f1 730d6fda 4ce09b46 86303ded 0bb9275b c84aa458 96cf4d2f c5abf872",
            "45d9eade 800005d4"));
  }

  private static PacketCipher rfc7714() {
    SessionKeys keys =
        new SessionKeys(
            hex("000102030405060708090a0b0c0d0e0f"),
            new byte[20],
            hex("51756964 2070726f 2071756f"));
    return PacketCipher.of(SrtpProfile.AEAD_AES_128_GCM, keys, keys);
  }

  private static void checkRtp(PacketCipher cipher, byte[] plain, long index, byte[] expected) {
    byte[] out = new byte[expected.length];
    int length = cipher.sealRtp(plain, 0, plain.length, 12, index, out, 0);
    assertEquals(expected.length, length);
    assertArrayEquals(expected, out);
    assertEquals(plain.length, cipher.openRtp(out, 0, out.length, 12, index));
    assertArrayEquals(plain, Arrays.copyOf(out, plain.length));
  }

  private static void checkRtcp(PacketCipher cipher, byte[] plain, int index, byte[] expected) {
    byte[] out = new byte[expected.length];
    int length = cipher.sealRtcp(plain, 0, plain.length, index, out, 0);
    assertEquals(expected.length, length);
    assertArrayEquals(expected, out);
    assertEquals(plain.length, cipher.openRtcp(out, 0, out.length));
    assertArrayEquals(plain, Arrays.copyOf(out, plain.length));
  }
}
