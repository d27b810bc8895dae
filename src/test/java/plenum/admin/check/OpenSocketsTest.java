package plenum.admin.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Linux tells of a process's connections, as proc(5) has it. */
class OpenSocketsTest {

  private static final String HEAD =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout"
          + " inode\n";

  @TempDir Path proc;

  private static String line(String local, String remote, String state, int inode) {
    return "   0: %s %s %s 00000000:00000000 00:00000000 00000000     0        0 %d 1 0 20\n"
        .formatted(local, remote, state, inode);
  }

  private void write(String tcp, String tcp6) throws IOException {
    Files.createDirectories(proc.resolve("net"));
    Files.createDirectories(proc.resolve("fd"));
    Files.writeString(proc.resolve("net/tcp"), HEAD + tcp);
    Files.writeString(proc.resolve("net/tcp6"), HEAD + tcp6);
    for (int i = 1; i <= 6; i++) {
      Files.createSymbolicLink(proc.resolve("fd/" + i), Path.of("socket:[" + i + "]"));
    }
    Files.createSymbolicLink(proc.resolve("fd/9"), Path.of("/dev/null"));
  }

  @Test
  void tellsWhatTheProcessItselfOpenedToTheOutside() throws IOException {
    write(
        line("00000000:1F9A", "00000000:0000", "0A", 1) // It listens at 8090.
            + line("0500000A:1F9A", "08080808:C000", "01", 2) // Somebody came.
            + line("0500000A:C001", "08080808:01BB", "01", 3)
            + line("0500000A:C002", "0600000A:1538", "01", 4) // 10.0.0.6.
            + line("0500000A:C003", "09090909:01BB", "06", 5) // It is over.
            + line("0500000A:C004", "01010101:01BB", "01", 77), // Another process's.
        line(
            "00000000000000000000000000000000:C005",
            "B80D0120000000000000000001000000:01BB",
            "01",
            6));

    assertEquals(
        Optional.of(new TreeSet<>(Set.of("2001:db8:0:0:0:0:0:1", "8.8.8.8"))),
        new OpenSockets(proc).outside());
  }

  @Test
  void tellsNothingWhereTheSystemDoesNot() {
    assertEquals(Optional.empty(), new OpenSockets(proc).outside());
  }

  @Test
  void knowsWhatIsInside() throws IOException {
    for (String inside :
        new String[] {
          "127.0.0.1",
          "10.1.2.3",
          "172.16.0.1",
          "192.168.1.1",
          "169.254.1.1",
          "100.64.0.1",
          "fd00::1",
          "fe80::1",
          "::1"
        }) {
      assertTrue(OpenSockets.isInside(InetAddress.getByName(inside)), inside);
    }
    for (String outside : new String[] {"8.8.8.8", "100.128.0.1", "172.32.0.1", "2001:db8::1"}) {
      assertFalse(OpenSockets.isInside(InetAddress.getByName(outside)), outside);
    }
  }
}
