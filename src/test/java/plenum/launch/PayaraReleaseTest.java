package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayaraReleaseTest {

  private final Attributes manifest = new Attributes();

  PayaraReleaseTest() {
    manifest.putValue("Main-Class", "plenum.launch.Main");
    manifest.putValue("Payara-Micro-Java-21", "7.1");
    manifest.putValue("Payara-Micro-Java-17", "6.9");
  }

  @ParameterizedTest
  @CsvSource({"17,6.9", "20,6.9", "21,7.1", "25,7.1"})
  void isTheNewestThatRunsOnThisJava(int java, String version) {
    PayaraRelease release = PayaraRelease.of(manifest, java);

    assertEquals(version, release.version());
    assertEquals("program/payara-" + version + "/", release.folder());
  }

  @Test
  void refusesAJavaThatIsTooOldForAll() {
    String told =
        assertThrows(LaunchRefused.class, () -> PayaraRelease.of(manifest, 11)).getMessage();

    assertTrue(told.contains("Java 17 or newer"), told);
  }
}
