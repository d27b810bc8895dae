package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {

  private static final String FRESH =
      "<domain><applications></applications><servers><server name=\"server\"></server></servers>"
          + "<system-applications/></domain>";
  private static final String REMEMBERING =
      "<domain><applications><application name=\"plenum\" location=\"x\"><module name=\"plenum\">"
          + "<engine sniffer=\"web\"></engine></module></application></applications><servers>"
          + "<server name=\"server\"><application-ref ref=\"plenum\" virtual-servers=\"server\"/>"
          + "</server></servers><system-applications/></domain>";

  @TempDir Path home;

  private void start(String program) {
    Unpacked.forgetDeployments(new CommandLine(home.resolve(program), List.of()));
  }

  @Test
  void forgetsWhatItDeployed() throws IOException {
    Path configuration = Files.createDirectories(home.resolve("config")).resolve("domain.xml");
    Files.writeString(configuration, REMEMBERING);
    Files.createDirectories(home.resolve("applications/plenum/WEB-INF"));
    Files.writeString(home.resolve("applications/plenum/WEB-INF/web.xml"), "<web-app/>");

    start("payara-micro.jar");
    assertEquals(REMEMBERING, Files.readString(configuration));
    start("launch-micro.jar");

    assertEquals(FRESH, Files.readString(configuration));
    assertFalse(Files.exists(home.resolve("applications")));
    start("launch-micro.jar");
    assertEquals(FRESH, Files.readString(configuration));
  }

  @Test
  void touchesNothingWhereThereIsNoConfiguration() throws IOException {
    Files.createDirectories(home.resolve("applications"));
    start("launch-micro.jar");

    assertTrue(Files.exists(home.resolve("applications")));
  }
}
