package plenum.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisspeltTest {

  private final Misspelt misspelt = new Misspelt(Declarations.own());

  private List<String> variable(String name) {
    return misspelt.variables(List.of(name));
  }

  private List<String> named(String name) {
    return misspelt.named(List.of(name), "There is ");
  }

  @ParameterizedTest
  @CsvSource({
    "PLENUM_ROOM_MAX, PLENUM_ROOMS_MAX",
    "PLENUM_MEDIA_PROT, PLENUM_MEDIA_PORT",
    "PLENUM_Rooms_Max, PLENUM_ROOMS_MAX",
    "PLEMUN_DATA_DIR, PLENUM_DATA_DIR",
    "PLENUM_DATADIR, PLENUM_DATA_DIR",
    "plenum.data-dir, PLENUM_DATA_DIR"
  })
  void namesTheNearestOfAVariable(String typed, String nearest) {
    assertEquals(
        List.of(
            "There is the environment variable %s, but there is no such setting; the nearest is %s."
                .formatted(typed, nearest)),
        variable(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PLENUM_ROOMS_MAX",
        "plenum_rooms_max",
        "plenum.rooms.max",
        "PLENUM_CACHE",
        "PLENUM_TEST_CHROMIUM",
        "PLENUM_SERVICE_HOST",
        "PLENUM_PORT_8090_TCP_ADDR",
        "PLENUM_PORT",
        "PATH",
        "PLENUMS"
      })
  void leavesOtherVariablesAlone(String name) {
    assertEquals(List.of(), variable(name));
  }

  @ParameterizedTest
  @CsvSource({
    "plenum.room.max, plenum.rooms.max",
    "plenum.Rooms.Max, plenum.rooms.max",
    "plenum_rooms_max, plenum.rooms.max",
    "plenm.rooms.max, plenum.rooms.max",
    "plenum.media.tcp.listens, plenum.media.tcp.listen"
  })
  void namesTheNearestOfAProperty(String typed, String nearest) {
    assertEquals(
        List.of(
            "There is %s, but there is no such setting; the nearest is %s."
                .formatted(typed, nearest)),
        named(typed));
  }

  @Test
  void namesNoneWhereNoneIsNear() {
    assertEquals(
        List.of("There is plenum.qqqqqqqqqqqqqqqq, but there is no such setting."),
        named("plenum.qqqqqqqqqqqqqqqq"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plenum.rooms.max", "plenum.launch.parent", "user.dir", "java.home"})
  void leavesOtherPropertiesAlone(String name) {
    assertEquals(List.of(), named(name));
  }
}
