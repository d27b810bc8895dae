package plenum.engine.dtls;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Random;
import org.bouncycastle.tls.CipherSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {

  /** A datagram with one handshake fragment that claims to be of a message of that length. */
  private static byte[] handshake(int messageLength, int fragmentLength) {
    ByteBuffer record = ByteBuffer.allocate(13 + 12 + fragmentLength);
    record.put((byte) 22).putShort((short) 0xfefd).putShort((short) 0).put(new byte[6]);
    record.putShort((short) (12 + fragmentLength));
    record.putInt(1 << 24 | messageLength).putShort((short) 0);
    record.put(new byte[3]).put((byte) 0).putShort((short) fragmentLength);
    return record.array();
  }

  @Test
  void believesAMessageOfUsualLength() {
    byte[] datagram = handshake(600, 300);
    assertTrue(Records.credible(datagram, 0, datagram.length));
  }

  @Test
  void doesNotBelieveAMessageOfMegabytes() {
    byte[] datagram = handshake(0xffffff, 10);
    assertFalse(Records.credible(datagram, 0, datagram.length));
  }

  @Test
  void doesNotBelieveATruncatedRecord() {
    byte[] datagram = handshake(600, 300);
    assertFalse(Records.credible(datagram, 0, datagram.length - 1));
  }

  @Test
  void looksAtRandomBytesWithoutAnException() {
    Random random = new Random(9147);
    int believed = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] datagram = new byte[random.nextInt(100)];
      random.nextBytes(datagram);
      if (datagram.length > 12) {
        datagram[0] = 22;
        datagram[11] = 0;
      }
      believed += Records.credible(datagram, 0, datagram.length) ? 1 : 0;
    }
    assertTrue(believed < 100_000);
  }

  /** A datagram with one record under keys. */
  private static byte[] encrypted(int length) {
    ByteBuffer record = ByteBuffer.allocate(13 + length);
    record.put((byte) 21).putShort((short) 0xfefd).putShort((short) 1).put(new byte[6]);
    return record.putShort((short) length).array();
  }

  private static boolean longEnough(int suite, byte[]... records) {
    ByteBuffer datagram = ByteBuffer.allocate(2048);
    for (byte[] record : records) {
      datagram.put(record);
    }
    return Records.longEnough(datagram.array(), 0, datagram.position(), Records.overhead(suite));
  }

  @ParameterizedTest
  @CsvSource({
    "" + CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 + ", 24",
    "" + CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 + ", 24",
    "" + CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 + ", 24",
    "" + CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 + ", 16"
  })
  void passesOnWhatMayBeEncrypted(int suite, int least) {
    assertTrue(longEnough(suite, encrypted(least), encrypted(least + 2)));
    assertFalse(longEnough(suite, encrypted(least - 1)));
    assertFalse(longEnough(suite, encrypted(least + 2), encrypted(least - 1)));
    assertTrue(longEnough(suite, handshake(600, 2)));
  }
}
