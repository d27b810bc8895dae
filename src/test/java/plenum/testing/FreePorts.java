package plenum.testing;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody uses at this moment. They are below those that systems give to whoever asks for
 * any, such as browsers in other tests: until a server opens its port, seconds may pass. For the
 * same reason no port is given twice, and each of the JVMs that test at the same time has its own.
 */
public final class FreePorts {

  private static final int FIRST = 11_000;
  private static final int END = 32_000;
  private static final int TRIES = 100;

  /** How many JVMs have ports of their own. */
  private static final int PARTS = 8;

  private static final int PART = (END - FIRST) / PARTS;
  private static final int OWN = FIRST + Integer.getInteger("plenum.test.fork", 0) % PARTS * PART;

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePorts() {}

  public static int tcp() {
    return find(ServerSocket::new);
  }

  /** For media, which comes by UDP and, with the same number, by TCP. */
  public static int udp() {
    return find(
        port -> {
          new ServerSocket(port).close();
          return new DatagramSocket(port);
        });
  }

  private static int find(Opening opening) {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(OWN, OWN + PART);
      if (!GIVEN.add(port)) {
        continue;
      }
      try {
        opening.open(port).close();
        return port;
      } catch (IOException taken) {
        // Another one is tried.
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }
    throw new IllegalStateException("No port is free from " + OWN + " on");
  }

  /** Opens a port, and fails when somebody has it. */
  private interface Opening {
    AutoCloseable open(int port) throws IOException;
  }
}
