package plenum.engine.net;

import io.netty.buffer.ByteBuf;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a proxy that is believed may say before anything else of a connection: whose it is (the
 * PROXY protocol, version 1). No frame of media begins with its letters: they would be the length
 * of one of 20,562 bytes.
 */
final class ProxyLine {

  /** With its line feed, as the protocol says. */
  static final int LONGEST = 107;

  private static final int FIRST_LETTER = 'P';
  private static final int WORDS = 6;
  private static final int HIGHEST_PORT = 65_535;

  private final byte[] line = new byte[LONGEST];
  private int filled;
  private boolean ended;
  private boolean broken;
  private Optional<InetSocketAddress> client = Optional.empty();

  /** Takes from what came as much as is the line, nothing once that has ended. */
  void take(ByteBuf in) {
    if (filled == 0 && in.isReadable()) {
      ended = in.getByte(in.readerIndex()) != FIRST_LETTER;
    }
    while (!ended && !broken && in.isReadable()) {
      byte next = in.readByte();
      line[filled++] = next;
      if (next == '\n') {
        ended = true;
        read(new String(line, 0, filled, StandardCharsets.US_ASCII));
      }
      broken |= !ended && filled == LONGEST;
    }
  }

  private void read(String text) {
    String[] words = text.endsWith("\r\n") ? text.strip().split(" ") : new String[0];
    boolean unknown = words.length > 1 && words[0].equals("PROXY") && words[1].equals("UNKNOWN");
    client = words.length == WORDS && words[0].equals("PROXY") ? client(words) : Optional.empty();
    broken = client.isEmpty() && !unknown;
  }

  private static Optional<InetSocketAddress> client(String[] words) {
    byte[] address = NetUtil.createByteArrayFromIpAddressString(words[2]);
    boolean fits = address != null && words[1].equals(address.length == 4 ? "TCP4" : "TCP6");
    return fits ? port(words[4]).flatMap(port -> at(address, port)) : Optional.empty();
  }

  /** Whether all of it is there, or nothing of it will come. */
  boolean ended() {
    return ended;
  }

  /** Whether this is no such line, and no media either. */
  boolean broken() {
    return broken;
  }

  /** Whose the connection is; empty when the line does not say that, or is not there. */
  Optional<InetSocketAddress> client() {
    return client;
  }

  private static Optional<Integer> port(String digits) {
    if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > HIGHEST_PORT) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(digits));
  }

  private static Optional<InetSocketAddress> at(byte[] address, int port) {
    try {
      return Optional.of(new InetSocketAddress(InetAddress.getByAddress(address), port));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("4 or 16 bytes are an address", impossible);
    }
  }
}
