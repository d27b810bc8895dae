package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the product tells Java. */
class JavaOptionsTest {

  private static final String IDLE = "-Djdk.httpclient.keepalive.timeout=";

  /**
   * In seconds: Node's HTTP server, on which providers of logins run, leaves an idle connection.
   */
  private static final int LEFT_BY_OTHERS = 5;

  @Test
  void leavesIdleConnectionsBeforeOthersDo() throws IOException {
    List<String> told =
        Files.readAllLines(Path.of("payara", "java.options")).stream()
            .filter(line -> line.startsWith(IDLE))
            .map(line -> line.substring(IDLE.length()))
            .toList();

    assertEquals(1, told.size(), "told once");
    assertTrue(Integer.parseInt(told.get(0)) < LEFT_BY_OTHERS, told.get(0));
  }
}
