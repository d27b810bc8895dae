package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartCheckTest {

  @TempDir Path directory;
  private final Properties properties = new Properties();

  @BeforeEach
  void readDefaults() throws IOException {
    try (InputStream in =
        StartCheck.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      properties.load(in);
    }
    properties.setProperty("plenum.data.dir", directory.resolve("data").toString());
  }

  private Optional<String> problem() {
    return StartCheck.problem(
        new SettingsSource(name -> Optional.ofNullable(properties.getProperty(name))));
  }

  @Test
  void startsWithTheDefaults() {
    assertEquals(Optional.empty(), problem());
  }

  @Test
  void namesAWrongSetting() {
    properties.setProperty("plenum.rooms.max", "many");

    assertEquals(
        Optional.of(
            "The setting plenum.rooms.max must be a whole number from 1 to 100000, but it is"
                + " \"many\"."),
        problem());
  }

  @Test
  void saysThatMediaWouldTakeThePortOfHttp() {
    properties.setProperty("plenum.media.port", properties.getProperty("plenum.http.port"));

    assertEquals(
        Optional.of(
            "The setting plenum.media.port must be another port than plenum.http.port, but it is"
                + " \"8090\"."),
        problem());
    properties.setProperty("plenum.media.tcp.enabled", "false");
    assertEquals(Optional.empty(), problem());
  }

  @ParameterizedTest
  @CsvSource({
    "plenum.tls.port, 8090, plenum.http.port",
    "plenum.media.port, 8443, plenum.tls.port",
    "plenum.media.tcp.listen, 0.0.0.0:8090, plenum.http.port",
    "plenum.media.tcp.listen, 192.0.2.5:8090, plenum.http.port",
    "plenum.media.tcp.listen, [::]:8443, plenum.tls.port"
  })
  void saysWhichTwoSettingsChooseOnePort(String name, String port, String other) {
    properties.setProperty(name, port);

    String sentence = problem().orElseThrow();
    assertTrue(sentence.startsWith("The setting " + name + " must be another"), sentence);
    assertTrue(sentence.contains(other), sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "plenum.media.trusted-proxies, 10.0.0.0/8",
    "plenum.media.trusted-proxies, proxy.example",
    "plenum.media.trusted-proxies, 10.0.0.256",
    "plenum.media.candidates, http://10.0.0.5",
    "plenum.media.candidates, 10.0.0",
    "plenum.media.srs.hook-addresses, 10.0.0.0/8",
    "plenum.media.nodes, srs.example:1985",
    "plenum.media.srs.http, {host}:8080",
    "plenum.media.srs.rtmp, rtmp//{host}",
    "plenum.webhooks.ca-file, /nowhere/ca.pem",
    "plenum.ldap.ca-file, /",
    "plenum.oidc.ca-file, /"
  })
  void namesAnAddressOrAFileThatIsNone(String name, String value) {
    properties.setProperty(name, value);

    String sentence = problem().orElseThrow();
    assertTrue(sentence.startsWith("The setting " + name + " must be "), sentence);
    assertTrue(sentence.endsWith("but it is \"" + value + "\"."), sentence);
  }

  @Test
  void takesNamesAndAddressesOfMachines() {
    properties.setProperty("plenum.media.candidates", "10.0.0.5, fd00::5, meet.example, 5th_host");
    properties.setProperty("plenum.media.trusted-proxies", "10.0.0.5,::1,::ffff:10.0.0.5");
    properties.setProperty("plenum.media.srs.srt", "srt://{host}:10080");

    assertEquals(Optional.empty(), problem());
  }

  @Test
  void tellsInOneLineOfBoundedLengthWhateverAValueHolds() {
    properties.setProperty("plenum.rooms.max", "7\n2026 ERROR" + "x".repeat(5000));

    String sentence = problem().orElseThrow();
    assertTrue(sentence.contains("\"7?2026 ERRORxxx"), sentence);
    assertTrue(sentence.length() < 400, sentence);
  }

  @Test
  void namesAWrongChoice() {
    properties.setProperty("plenum.rooms.delete", "nobody");

    assertEquals(
        Optional.of(
            "The setting plenum.rooms.delete must be owner or anyone, but it is \"nobody\"."),
        problem());
  }

  @Test
  void namesADataDirectoryThatCannotBeMade() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    properties.setProperty("plenum.data.dir", file.resolve("data").toString());

    assertTrue(problem().orElseThrow().contains("plenum.data.dir"));
  }
}
