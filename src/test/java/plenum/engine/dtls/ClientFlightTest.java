package plenum.engine.dtls;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ClientFlightTest {

  private static final int CLIENT_KEY_EXCHANGE = 16;
  private static final int CERTIFICATE_VERIFY = 15;
  private static final int LENGTH = 100;

  private final ClientFlight flight = new ClientFlight();

  private boolean admits(byte[]... records) {
    ByteArrayOutputStream datagram = new ByteArrayOutputStream();
    // What precedes the datagram in its buffer is not looked at.
    datagram.writeBytes(new byte[] {20, 20, 20});
    for (byte[] record : records) {
      datagram.writeBytes(record);
    }
    byte[] bytes = datagram.toByteArray();
    assertTrue(Records.credible(bytes, 3, bytes.length - 3));
    return flight.admits(bytes, 3, bytes.length - 3);
  }

  private static byte[] record(int type, int epoch, int length) {
    ByteBuffer record = ByteBuffer.allocate(13 + length);
    record.put((byte) type).putShort((short) 0xfefd).putShort((short) epoch).put(new byte[6]);
    return record.putShort((short) length).array();
  }

  private static byte[] message(int type, int from, int end) {
    byte[] record = record(22, 0, 12 + end - from);
    ByteBuffer header = ByteBuffer.wrap(record, 13, 12);
    header.putInt(type << 24 | LENGTH).putShort((short) 0);
    header.put((byte) 0).putShort((short) from).put((byte) 0).putShort((short) (end - from));
    return record;
  }

  private static byte[] keyExchange() {
    return message(CLIENT_KEY_EXCHANGE, 0, LENGTH);
  }

  private static byte[] verify() {
    return message(CERTIFICATE_VERIFY, 0, LENGTH);
  }

  private static byte[] cipherChange() {
    return record(20, 0, 1);
  }

  private static byte[] finished() {
    return record(22, 1, 40);
  }

  @Test
  void admitsAFlightInOneDatagram() {
    assertTrue(admits(keyExchange(), verify(), cipherChange(), finished()));
  }

  @Test
  void admitsAFlightInOrder() {
    assertTrue(admits(keyExchange()));
    assertTrue(admits(verify()));
    assertTrue(admits(cipherChange()));
    assertTrue(admits(finished()));
  }

  @Test
  void holdsBackTheChangeOfKeysUntilWhatBelongsBeforeItCame() {
    assertTrue(admits(keyExchange()));
    assertFalse(admits(cipherChange(), finished()));
    assertTrue(admits(verify()));
    assertTrue(admits(cipherChange(), finished()));
    assertTrue(admits(cipherChange(), finished()), "its repetition too");
  }

  @Test
  void waitsForEveryFragment() {
    assertTrue(admits(message(CERTIFICATE_VERIFY, 60, LENGTH)));
    assertFalse(admits(cipherChange()));
    assertTrue(admits(message(CERTIFICATE_VERIFY, 0, 60)));
    assertTrue(admits(cipherChange()));
  }

  @Test
  void doesNotCountWhatItDidNotAdmit() {
    byte[] rest = message(CERTIFICATE_VERIFY, 60, LENGTH);
    assertFalse(admits(rest, cipherChange()));
    assertTrue(admits(message(CERTIFICATE_VERIFY, 0, 60)));
    assertFalse(admits(cipherChange()));
    assertTrue(admits(rest, cipherChange()));
  }

  @Test
  void doesNotCountWhatComesAfterTheChangeOfKeys() {
    assertFalse(admits(cipherChange(), verify()));
    assertFalse(admits(cipherChange()));
  }
}
