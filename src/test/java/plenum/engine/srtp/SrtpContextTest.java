package plenum.engine.srtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.engine.srtp.Packets.hex;
import static plenum.engine.srtp.Packets.open;
import static plenum.engine.srtp.Packets.openRtcp;
import static plenum.engine.srtp.Packets.protect;
import static plenum.engine.srtp.Packets.protectRtcp;
import static plenum.engine.srtp.Packets.receiver;
import static plenum.engine.srtp.Packets.rtcp;
import static plenum.engine.srtp.Packets.rtp;
import static plenum.engine.srtp.Packets.sender;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sender and receiver with their indices, rollover counters and replay windows. */
class SrtpContextTest {

  private static final int SSRC = 0xcafebabe;

  @ParameterizedTest
  @EnumSource
  void opensWhatItsPeerProtected(SrtpProfile profile) {
    byte[] plain = rtp(SSRC, 1, 1000);
    byte[] packet = protect(sender(profile), plain);
    assertEquals(plain.length + profile.rtpOverhead(), packet.length);
    assertEquals(plain.length, receiver(profile).unprotectRtp(packet, 0, packet.length));
    assertArrayEquals(plain, Arrays.copyOf(packet, plain.length));
  }

  @ParameterizedTest
  @EnumSource
  void opensRtcpThatItsPeerProtected(SrtpProfile profile) {
    byte[] plain = rtcp(SSRC);
    byte[] packet = protectRtcp(sender(profile), plain);
    assertEquals(plain.length + profile.rtcpOverhead(), packet.length);
    assertEquals(plain.length, receiver(profile).unprotectRtcp(packet, 0, packet.length));
    assertArrayEquals(plain, Arrays.copyOf(packet, plain.length));
  }

  @ParameterizedTest
  @EnumSource
  void opensPacketsWithoutPayload(SrtpProfile profile) {
    byte[] report = Arrays.copyOf(rtcp(SSRC), 8);
    assertEquals(12, open(receiver(profile), protect(sender(profile), rtp(SSRC, 1, 0))));
    assertEquals(8, openRtcp(receiver(profile), protectRtcp(sender(profile), report)));
  }

  @ParameterizedTest
  @EnumSource
  void protectsInPlaceAndAtAnOffset(SrtpProfile profile) {
    byte[] plain = rtp(SSRC, 7, 333);
    byte[] expected = protect(sender(profile), plain);
    byte[] b = new byte[500];
    System.arraycopy(plain, 0, b, 50, plain.length);
    int length = sender(profile).protectRtp(b, 50, plain.length, b, 50);
    assertArrayEquals(expected, Arrays.copyOfRange(b, 50, 50 + length));
  }

  @ParameterizedTest
  @EnumSource
  void leavesCsrcsAndExtensionInTheClear(SrtpProfile profile) {
    byte[] plain = hex("91600001 00000000 cafebabe 11111111 bede0001 10ff0000 5555555555555555");
    byte[] packet = protect(sender(profile), plain);
    assertArrayEquals(Arrays.copyOf(plain, 24), Arrays.copyOf(packet, 24));
    assertNotEquals(0x55, packet[24]);
    assertEquals(plain.length, open(receiver(profile), packet));
  }

  @ParameterizedTest
  @EnumSource
  void resendsTheSamePacketAsTheSameBytes(SrtpProfile profile) {
    SrtpSender sender = sender(profile);
    byte[] first = protect(sender, rtp(SSRC, 9, 100));
    assertArrayEquals(first, protect(sender, rtp(SSRC, 9, 100)));
    protect(sender, rtp(SSRC, 10, 100));
    assertArrayEquals(first, protect(sender, rtp(SSRC, 9, 100)));
  }

  @ParameterizedTest
  @EnumSource
  void refusesAReplayedPacket(SrtpProfile profile) {
    SrtpReceiver receiver = receiver(profile);
    byte[] packet = protect(sender(profile), rtp(SSRC, 1, 10));
    open(receiver, packet);
    assertEquals(SrtpReceiver.REPLAYED, open(receiver, packet));
  }

  @ParameterizedTest
  @EnumSource
  void refusesReplayedRtcp(SrtpProfile profile) {
    SrtpReceiver receiver = receiver(profile);
    byte[] packet = protectRtcp(sender(profile), rtcp(SSRC));
    openRtcp(receiver, packet);
    assertEquals(SrtpReceiver.REPLAYED, openRtcp(receiver, packet));
  }

  @Test
  void refusesWhatIsOlderThanTheReplayWindow() {
    SrtpSender sender = sender(SrtpProfile.AEAD_AES_128_GCM);
    SrtpReceiver receiver = receiver(SrtpProfile.AEAD_AES_128_GCM);
    byte[] old = protect(sender, rtp(SSRC, 1, 10));
    byte[] stillCovered = protect(sender, rtp(SSRC, 2, 10));
    open(receiver, protect(sender, rtp(SSRC, 1 + ReplayWindow.SIZE, 10)));
    assertEquals(SrtpReceiver.REPLAYED, open(receiver, old));
    assertEquals(22, open(receiver, stillCovered));
  }

  @ParameterizedTest
  @EnumSource
  void acceptsReorderedPacketsOnceEachAcrossTheRollover(SrtpProfile profile) {
    SrtpSender sender = sender(profile);
    List<byte[]> packets = new ArrayList<>();
    for (int i = 0xfe20; i < 0x10220; i++) {
      packets.add(protect(sender, rtp(SSRC, i & 0xffff, 20)));
    }
    SrtpReceiver receiver = receiver(profile);
    Random random = new Random(5);
    for (int from = 0; from < packets.size(); from += 64) {
      Collections.shuffle(packets.subList(from, from + 64), random);
    }
    for (byte[] packet : packets) {
      assertEquals(32, open(receiver, packet));
    }
    for (byte[] packet : packets) {
      assertEquals(SrtpReceiver.REPLAYED, open(receiver, packet));
    }
  }

  @ParameterizedTest
  @EnumSource
  void countsSeveralRollovers(SrtpProfile profile) {
    SrtpSender sender = sender(profile);
    SrtpReceiver receiver = receiver(profile);
    for (int i = 0; i < 5 * 0x10000; i += 0x1fff) {
      assertEquals(13, open(receiver, protect(sender, rtp(SSRC, i & 0xffff, 1))));
    }
  }

  @Test
  void keepsTheIndexOfAnOlderPacketAfterTheRollover() {
    SrtpSender sender = sender(SrtpProfile.AEAD_AES_128_GCM);
    protect(sender, rtp(SSRC, 0x7fff, 10));
    byte[] before = protect(sender, rtp(SSRC, 0xfff0, 10));
    protect(sender, rtp(SSRC, 5, 10));
    assertArrayEquals(before, protect(sender, rtp(SSRC, 0xfff0, 10)));
  }

  @Test
  void doesNotSendWhatLiesBeforeTheFirstIndex() {
    SrtpSender sender = sender(SrtpProfile.AEAD_AES_128_GCM);
    protect(sender, rtp(SSRC, 5, 10));
    byte[] early = rtp(SSRC, 0xfff0, 10);
    assertEquals(
        SrtpSender.BEFORE_BEGINNING, sender.protectRtp(early, 0, early.length, new byte[100], 0));
  }

  @ParameterizedTest
  @EnumSource
  void refusesEveryAlteredBitButAcceptsTheOriginalAfterwards(SrtpProfile profile) {
    SrtpReceiver receiver = receiver(profile);
    byte[] packet = protect(sender(profile), rtp(SSRC, 1, 30));
    for (int bit = 0; bit < packet.length * 8; bit++) {
      byte[] altered = packet.clone();
      altered[bit / 8] ^= (byte) (1 << bit % 8);
      assertTrue(open(receiver, altered) < 0, "bit " + bit);
    }
    assertEquals(42, open(receiver, packet));
  }

  @ParameterizedTest
  @EnumSource
  void refusesEveryAlteredBitOfRtcp(SrtpProfile profile) {
    SrtpReceiver receiver = receiver(profile);
    byte[] packet = protectRtcp(sender(profile), rtcp(SSRC));
    for (int bit = 0; bit < packet.length * 8; bit++) {
      byte[] altered = packet.clone();
      altered[bit / 8] ^= (byte) (1 << bit % 8);
      assertTrue(openRtcp(receiver, altered) < 0, "bit " + bit);
    }
    assertEquals(12, openRtcp(receiver, packet));
  }

  @ParameterizedTest
  @EnumSource
  void refusesTruncatedPackets(SrtpProfile profile) {
    SrtpReceiver receiver = receiver(profile);
    byte[] packet = protect(sender(profile), rtp(SSRC, 1, 30));
    byte[] control = protectRtcp(sender(profile), rtcp(SSRC));
    for (int length = 0; length < packet.length; length++) {
      assertTrue(open(receiver, Arrays.copyOf(packet, length)) < 0, "length " + length);
    }
    for (int length = 0; length < control.length; length++) {
      assertTrue(openRtcp(receiver, Arrays.copyOf(control, length)) < 0, "length " + length);
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersRandomBytesWithARefusal(SrtpProfile profile) {
    SrtpReceiver receiver = receiver(profile);
    Random random = new Random(3711);
    for (int i = 0; i < 20_000; i++) {
      byte[] packet = new byte[random.nextInt(120)];
      random.nextBytes(packet);
      if (packet.length > 0 && random.nextBoolean()) {
        packet[0] = (byte) (0x80 | packet[0] & 0x3f);
      }
      assertTrue(open(receiver, packet) < 0);
      assertTrue(openRtcp(receiver, packet) < 0);
    }
  }

  @Test
  void namesWhatIsNoPacketMalformed() {
    SrtpReceiver receiver = receiver(SrtpProfile.AEAD_AES_128_GCM);
    assertEquals(SrtpReceiver.MALFORMED, open(receiver, new byte[0]));
    assertEquals(SrtpReceiver.MALFORMED, open(receiver, new byte[100]));
    byte[] extensionTooLong = rtp(SSRC, 1, 40);
    extensionTooLong[0] = (byte) 0x90;
    assertEquals(SrtpReceiver.MALFORMED, open(receiver, extensionTooLong));
  }

  @Test
  void keepsSourcesApart() {
    SrtpSender sender = sender(SrtpProfile.AEAD_AES_128_GCM);
    SrtpReceiver receiver = receiver(SrtpProfile.AEAD_AES_128_GCM);
    for (int ssrc = 0; ssrc < Sources.LIMIT; ssrc++) {
      assertEquals(22, open(receiver, protect(sender, rtp(ssrc, 100, 10))));
    }
    assertEquals(SrtpReceiver.REPLAYED, open(receiver, protect(sender, rtp(3, 100, 10))));
  }

  @Test
  void forgetsTheSourceSilentForLongest() {
    SrtpSender sender = sender(SrtpProfile.AEAD_AES_128_GCM);
    SrtpReceiver receiver = receiver(SrtpProfile.AEAD_AES_128_GCM);
    for (int ssrc = 0; ssrc <= Sources.LIMIT; ssrc++) {
      open(receiver, protect(sender, rtp(ssrc, 100, 10)));
      open(receiver, protect(sender, rtp(0, 101 + ssrc, 10)));
    }
    assertEquals(SrtpReceiver.REPLAYED, open(receiver, protect(sender, rtp(0, 101, 10))));
    assertEquals(22, open(receiver, protect(sender, rtp(1, 100, 10))));
  }

  @Test
  void limitsTheSourcesThatOneSenderHas() {
    SrtpSender sender = sender(SrtpProfile.AEAD_AES_128_GCM);
    for (int ssrc = 0; ssrc < 64; ssrc++) {
      protect(sender, rtp(ssrc, 1, 1));
    }
    assertThrows(IllegalStateException.class, () -> protect(sender, rtp(64, 1, 1)));
  }

  @Test
  void acceptsAuthenticatedRtcpThatIsNotEncrypted() throws Exception {
    byte[] plain = rtcp(SSRC);
    byte[] packet = Arrays.copyOf(plain, plain.length + 4 + 10);
    SrtpProfile profile = SrtpProfile.AES_CM_128_HMAC_SHA1_80;
    packet[plain.length + 3] = 6;
    Mac mac = Mac.getInstance("HmacSHA1");
    byte[] key =
        SessionKeys.ofRtcp(profile, Packets.key(profile), Packets.salt(profile)).authentication;
    mac.init(new SecretKeySpec(key, "HmacSHA1"));
    mac.update(packet, 0, plain.length + 4);
    System.arraycopy(mac.doFinal(), 0, packet, plain.length + 4, 10);
    assertEquals(plain.length, receiver(profile).unprotectRtcp(packet, 0, packet.length));
    assertArrayEquals(plain, Arrays.copyOf(packet, plain.length));
  }

  @Test
  void refusesKeysOfTheWrongLength() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SrtpSender(SrtpProfile.AEAD_AES_128_GCM, new byte[16], new byte[14]));
  }

  @Test
  void knowsProfilesByTheirRegisteredNumbers() {
    assertEquals(Optional.of(SrtpProfile.AEAD_AES_128_GCM), SrtpProfile.byId(7));
    assertEquals(Optional.of(SrtpProfile.AES_CM_128_HMAC_SHA1_80), SrtpProfile.byId(1));
    assertEquals(Optional.empty(), SrtpProfile.byId(2));
  }
}
