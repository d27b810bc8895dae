package plenum.engine;

import java.net.InetAddress;
import java.util.List;
import java.util.OptionalLong;

/**
 * How many bits a second the engine may send, with all headers. What does not fit is shared out
 * among viewers: sound first, then screens, speakers, the others; at last there is sound alone.
 *
 * @param site in all; empty for no limit
 * @param place to all who are in one place, as {@link SessionOffer#place} names it
 * @param lines to all in some ranges of addresses
 */
public record SendingLimits(OptionalLong site, OptionalLong place, List<Line> lines) {

  /** No limits. */
  public static final SendingLimits NONE =
      new SendingLimits(OptionalLong.empty(), OptionalLong.empty(), List.of());

  /**
   * A range of addresses behind one line, such as a branch office. One that is within another
   * counts there, too.
   *
   * @param network any address of it
   * @param bits how many of its first bits all addresses share
   * @param bitrate bits a second
   */
  public record Line(InetAddress network, int bits, long bitrate) {

    public Line {
      if (bits < 0 || bits > Byte.SIZE * network.getAddress().length || bitrate <= 0) {
        throw new IllegalArgumentException("No line: " + network + "/" + bits + "=" + bitrate);
      }
    }

    /** Whether an address is in the range. */
    public boolean has(InetAddress address) {
      byte[] mine = network.getAddress();
      byte[] other = address.getAddress();
      if (mine.length != other.length) {
        return false;
      }
      int whole = bits / Byte.SIZE;
      for (int i = 0; i < whole; i++) {
        if (mine[i] != other[i]) {
          return false;
        }
      }
      int rest = bits % Byte.SIZE;
      return rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >> Byte.SIZE - rest == 0;
    }
  }

  public SendingLimits {
    lines = List.copyOf(lines);
  }

  /** Whether anything is limited. */
  public boolean any() {
    return site.isPresent() || place.isPresent() || !lines.isEmpty();
  }
}
