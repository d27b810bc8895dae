package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plenum.testing.PlenumServer;

class StartCheckIT {

  @Test
  void endsWithOneSentenceAboutAWrongSetting() {
    PlenumServer server = PlenumServer.prepare(Map.of("plenum.rooms.members", "a few"));
    server.launch();
    PlenumServer.Ending ending = server.awaitEnd();

    assertEquals(Ending.EXIT, ending.exit());
    assertTrue(
        ending.output().contains("Plenum cannot start. The setting plenum.rooms.members must be"),
        ending.output());
  }
}
