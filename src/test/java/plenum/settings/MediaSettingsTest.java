package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of media, from the defaults that are delivered. */
public class MediaSettingsTest {

  /** The delivered defaults but for some. */
  public static MediaSettings settings(Map<String, String> changes) {
    return MediaSettings.from(source(changes));
  }

  private static SettingsSource source(Map<String, String> changes) {
    Properties properties = new Properties();
    try (InputStream file =
        MediaSettings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    properties.putAll(changes);
    return new SettingsSource(name -> Optional.ofNullable(properties.getProperty(name)));
  }

  @Test
  void deliversUsableDefaults() {
    MediaSettings settings = settings(Map.of());
    assertTrue(settings.start());
    assertEquals(8000, settings.transport().port());
    assertEquals(Duration.ofSeconds(30), settings.tickets().lifetime());
  }

  private static Set<String> out(String nodes, String maintenance) {
    return MaintenanceSettings.from(
            source(Map.of("plenum.media.nodes", nodes, "plenum.media.maintenance", maintenance)))
        .nodes();
  }

  @Test
  void knowsWhichNodesAreOut() {
    String two = "http://10.0.0.5:1985,http://10.0.0.6:1985/";
    assertEquals(Set.of(), out(two, ""));
    assertEquals(Set.of("http://10.0.0.6:1985"), out(two, "http://10.0.0.6:1985"));
    assertThrows(InvalidSetting.class, () -> out(two, "http://10.0.0.7:1985"));
    assertThrows(InvalidSetting.class, () -> out(two, two));
    assertThrows(InvalidSetting.class, () -> out("", "http://10.0.0.5:1985"));
  }

  @Test
  void knowsHowMuchPagesMaySend() {
    assertEquals(
        new SendingSettings(
            new SendingSettings.Camera(1080, 2_500_000, 30, 3),
            new SendingSettings.Screen(2_500_000, 30, 2),
            new SendingSettings.Sound(0, 20, false)),
        SendingSettings.from(source(Map.of())));
    SendingSettings little =
        SendingSettings.from(
            source(
                Map.of(
                    "plenum.browser.camera-resolution", "180",
                    "plenum.browser.screen-bitrate", "900000",
                    "plenum.browser.sound-bitrate", "24000",
                    "plenum.browser.sound-packet-time", "60ms")));
    assertEquals(180, little.camera().resolution());
    assertEquals(900_000, little.screen().bitrate());
    assertEquals(new SendingSettings.Sound(24_000, 60, false), little.sound());
  }

  @ParameterizedTest
  @CsvSource({
    "camera-resolution, 240",
    "camera-bitrate, 10",
    "camera-frame-rate, 0",
    "camera-layers, 4",
    "screen-layers, 0",
    "screen-bitrate, 10",
    "sound-bitrate, 100",
    "sound-packet-time, 30ms"
  })
  void refusesWhatPagesCannotSend(String setting, String value) {
    String name = "plenum.browser." + setting;
    InvalidSetting refused =
        assertThrows(InvalidSetting.class, () -> SendingSettings.from(source(Map.of(name, value))));
    assertTrue(refused.getMessage().contains(name), refused.getMessage());
  }

  @Test
  void keepsTheDoorsShutByDefault() {
    MediaSettings settings = settings(Map.of());
    assertFalse(settings.open());
    assertEquals(List.of(), settings.doors().cors());
    assertEquals(Optional.empty(), settings.doors().password());
  }

  @Test
  void readsListsOfAddresses() {
    MediaSettings settings = settings(Map.of("plenum.media.candidates", "10.0.0.5, 10.0.1.5"));
    assertEquals(List.of("10.0.0.5", "10.0.1.5"), settings.transport().candidates());
  }

  @Test
  void readsWhereMediaComesByTcp() {
    TcpSettings usual = settings(Map.of()).transport().tcp();
    assertTrue(usual.enabled());
    assertEquals(List.of(), usual.listen());
    TcpSettings own =
        settings(
                Map.of(
                    "plenum.media.tcp.listen", "10.0.0.6:443, [fd00::6]:443",
                    "plenum.media.tcp.advertise", "media.example:443"))
            .transport()
            .tcp();
    assertEquals("10.0.0.6", own.listen().get(0).getHostString());
    assertEquals("fd00::6", own.listen().get(1).getHostString());
    assertEquals(443, own.listen().get(1).getPort());
    assertEquals("media.example", own.advertised().get(0).getHostString());
    for (String wrong : List.of("10.0.0.6", "10.0.0.6:0", "10.0.0.6:70000", "a b:1", "fd00::6:1")) {
      assertThrows(
          InvalidSetting.class, () -> settings(Map.of("plenum.media.tcp.listen", wrong)), wrong);
    }
  }

  @Test
  void readsTurnServersWithTheirSecret(@TempDir Path folder) throws IOException {
    assertEquals(List.of(), settings(Map.of()).turn().urls());
    Map<String, String> urls =
        Map.of(
            "plenum.media.turn.urls", "turn:10.0.0.7:3478, turns:turn.example:443?transport=tcp",
            "plenum.media.turn.secret", "north");
    assertEquals("turn:10.0.0.7:3478", settings(urls).turn().urls().get(0));
    assertFalse(settings(urls).toString().contains("north"));

    Path file = Files.writeString(folder.resolve("secret"), "south\n");
    TurnSettings kept =
        settings(
                Map.of(
                    "plenum.media.turn.urls",
                    "turn:[fd00::7]",
                    "plenum.media.turn.secret-file",
                    file.toString()))
            .turn();
    assertEquals("south", kept.secret());
  }

  @Test
  void refusesTurnServersThatNobodyCanUse() {
    for (Map<String, String> wrong :
        List.of(
            Map.of("plenum.media.turn.urls", "turn:10.0.0.7"),
            Map.of("plenum.media.turn.urls", "10.0.0.7", "plenum.media.turn.secret", "north"),
            Map.of("plenum.media.turn.urls", "turn:a b", "plenum.media.turn.secret", "north"),
            Map.of("plenum.media.turn.secret-file", "/no/such/file"))) {
      InvalidSetting refused = assertThrows(InvalidSetting.class, () -> settings(wrong));
      assertTrue(refused.getMessage().contains("plenum.media.turn."), refused.getMessage());
      assertFalse(refused.getMessage().contains("north"), refused.getMessage());
    }
  }

  @Test
  void namesASettingThatIsWrong() {
    InvalidSetting wrong =
        assertThrows(InvalidSetting.class, () -> settings(Map.of("plenum.media.port", "seventy")));
    assertTrue(wrong.getMessage().contains("plenum.media.port"));
  }

  @Test
  void refusesAShortTicketKeyWithoutShowingIt() {
    InvalidSetting wrong =
        assertThrows(
            InvalidSetting.class, () -> settings(Map.of("plenum.media.ticket-key", "sesame")));
    assertTrue(wrong.getMessage().contains("plenum.media.ticket-key"));
    assertFalse(wrong.getMessage().contains("sesame"));
  }

  @Test
  void wantsAnAddressForViewingThatMoreCanFollow() {
    assertEquals(Optional.empty(), settings(Map.of()).viewing().httpAddress());
    String name = "plenum.media.http-address";
    assertEquals(
        Optional.of("https://media.example"),
        settings(Map.of(name, "https://media.example")).viewing().httpAddress());
    var below = settings(Map.of(name, "https://media.example:8443/pull")).viewing();
    assertEquals(Optional.of("https://media.example:8443/pull"), below.httpAddress());
    assertEquals(Optional.of("https://media.example:8443"), below.httpOrigin());
    for (String wrong :
        List.of(
            "m.example", "https://m.example/pull/", "https://m.example/?a", "ftp://m.example")) {
      assertThrows(InvalidSetting.class, () -> settings(Map.of(name, wrong)), wrong);
    }
  }

  @Test
  void showsNoSecret() {
    String key = "0123456789abcdef0123456789abcdef";
    MediaSettings settings =
        settings(Map.of("plenum.media.ticket-key", key, "plenum.media.api.password", "sesame"));
    assertFalse(settings.toString().contains(key));
    assertFalse(settings.toString().contains("sesame"));
  }
}
