package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreSettingsTest {

  private final Properties properties = defaults();

  @Test
  void hasADefaultForEverything() {
    assertEquals(25, RoomSettings.from(source()).members());
    assertEquals(4, RoomSettings.from(source()).devices());
    assertEquals(RoomSettings.Deleter.OWNER, RoomSettings.from(source()).deleter());
    assertEquals(Duration.ofMillis(20), SignalSettings.from(source()).batch());
    assertEquals(Duration.ofSeconds(20), PresenceSettings.from(source()).reconnect());
    assertEquals(Duration.ofSeconds(45), CallSettings.from(source()).ring());
    assertEquals(Duration.ofDays(30), CallSettings.from(source()).recordAge());
    assertEquals(Optional.empty(), IdentitySettings.from(source()).secret());
    assertTrue(StoreSettings.from(source()).dataDir().isAbsolute());
  }

  @ParameterizedTest
  @CsvSource({
    "plenum.rooms.max, 0",
    "plenum.rooms.max, many",
    "plenum.rooms.members, -1",
    "plenum.rooms.devices, -1",
    "plenum.rooms.stage-prepare, 0s",
    "plenum.rooms.stage-prepare, soon",
    "plenum.rooms.members, 99999999999",
    "plenum.rooms.delete, everybody",
    "plenum.rooms.delete, OWNER",
    "plenum.rooms.delete, ''",
    "plenum.people.sessions, ''",
    "plenum.call.ring, 0s",
    "plenum.call.max, 0",
    "plenum.call.records, 0",
    "plenum.call.records-total, 0",
    "plenum.call.record-days, 0",
    "plenum.signal.batch, 20",
    "plenum.signal.batch, 20 years",
    "plenum.signal.reconnect, 999h",
    "plenum.signal.max-message, 1",
    "plenum.http.context-path, ''",
    "plenum.http.context-path, plenum",
    "plenum.http.context-path, //plenum",
    "plenum.http.context-path, /a/../b",
    "plenum.http.context-path, /a b",
    "plenum.http.context-path, /%61",
    "plenum.http.context-path, /api",
    "plenum.http.context-path, /live/plenum/",
    "plenum.signal.origins, portal.example",
    "plenum.signal.origins, https://portal.example/path"
  })
  void namesTheSettingThatCannotBeUsed(String name, String value) {
    properties.setProperty(name, value);

    InvalidSetting invalid = assertThrows(InvalidSetting.class, this::readAll);
    assertTrue(invalid.getMessage().contains(name), invalid.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "/, /rooms",
    "/plenum, /plenum/rooms",
    "/plenum/, /plenum/rooms",
    "/a/b.c~d-e_f, /a/b.c~d-e_f/rooms",
    "/apis, /apis/rooms"
  })
  void putsTheContextPathBeforeEveryPath(String path, String rooms) {
    properties.setProperty("plenum.http.context-path", path);
    assertEquals(rooms, SiteSettings.from(source()).path("/rooms"));
  }

  @Test
  void neverTellsTheSecret() {
    properties.setProperty("plenum.secret", "too short");

    InvalidSetting invalid = assertThrows(InvalidSetting.class, this::readAll);
    assertFalse(invalid.getMessage().contains("too short"));
  }

  private void readAll() {
    StoreSettings.from(source());
    IdentitySettings.from(source());
    PresenceSettings.from(source());
    RoomSettings.from(source());
    CallSettings.from(source());
    SignalSettings.from(source());
    SiteSettings.from(source());
  }

  private SettingsSource source() {
    return new SettingsSource(name -> Optional.ofNullable(properties.getProperty(name)));
  }

  private static Properties defaults() {
    Properties properties = new Properties();
    try (InputStream in =
        CoreSettings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      properties.load(in);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
    return properties;
  }
}
