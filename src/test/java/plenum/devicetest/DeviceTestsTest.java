package plenum.devicetest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonArray;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.devicetest.DeviceTest.Camera;
import plenum.devicetest.DeviceTest.Microphone;
import plenum.devicetest.DeviceTest.Speaker;
import plenum.identity.Actor;
import plenum.identity.Role;
import plenum.records.Erasure;
import plenum.records.RecordsRefused;
import plenum.right.Rights;
import plenum.settings.RetentionSettings;
import plenum.settings.RoomSettings;
import plenum.testing.Actors;

class DeviceTestsTest {

  private final Actor ada = Actors.named("Ada");
  private final Actor grace = Actors.named("Grace");
  private final Actor administrator =
      new Actor(
          grace.person(),
          grace.name(),
          Set.of(Role.ADMINISTRATOR),
          grace.session(),
          grace.address(),
          grace.page());
  private final DeviceTests tests = tests(2);

  private static DeviceTests tests(int most) {
    RoomSettings rooms =
        new RoomSettings(1, 1, 1, 1, 1, Duration.ofSeconds(60), RoomSettings.Deleter.OWNER);
    return new DeviceTests(
        new MemoryDeviceTestStore(),
        new Rights(() -> rooms),
        () -> new RetentionSettings(1, 1, 1, 1, 1, most, 0));
  }

  private static DeviceTest test(Actor actor, int second, String camera) {
    return new DeviceTest(
        actor.person(),
        actor.name().value(),
        Instant.ofEpochSecond(second),
        "Firefox",
        new Camera(camera, "busy", 1280, 720, 30),
        new Microphone("Headset", "", true),
        new Speaker("", "played"));
  }

  private List<String> cameras(List<DeviceTest> found) {
    return found.stream().map(one -> one.camera().label()).toList();
  }

  @Test
  void keepsTheNewestOfEachPerson() {
    tests.add(test(grace, 0, "zero"));
    tests.add(test(ada, 1, "one"));
    tests.add(test(ada, 2, "two"));
    tests.add(test(ada, 3, "three"));

    assertEquals(List.of("three", "two", "zero"), cameras(tests.newest(administrator, 0, 10)));
    assertEquals(List.of("two"), cameras(tests.newest(administrator, 1, 1)));
    assertEquals(List.of("three", "two"), cameras(tests.of(administrator, ada.person())));
  }

  @Test
  void isReadByAdministratorsOnly() {
    assertThrows(RecordsRefused.class, () -> tests.newest(ada, 0, 10));
    assertThrows(RecordsRefused.class, () -> tests.of(ada, ada.person()));
  }

  @Test
  void keepsNoneWhereTheSettingSaysSo() {
    DeviceTests none = tests(0);
    none.add(test(ada, 1, "one"));
    assertEquals(List.of(), none.newest(administrator, 0, 10));
  }

  @Test
  void isAPartOfAPersonsRecords() {
    tests.add(test(ada, 1, "one"));
    tests.add(test(grace, 2, "two"));
    JsonArray told = tests.of(ada.person()).asJsonArray();
    assertEquals(1, told.size());
    assertEquals(
        "{\"label\":\"one\",\"problem\":\"busy\",\"width\":1280,\"height\":720,\"frameRate\":30}",
        told.getJsonObject(0).getJsonObject("camera").toString());

    tests.erase(new Erasure(ada.person(), Set.of()));
    assertEquals(List.of("two"), cameras(tests.newest(administrator, 0, 10)));
  }

  @Test
  void shortensWhatIsTooLong() {
    DeviceTest endless = test(ada, 1, "x\u0007".repeat(300));
    assertEquals("x ".repeat(100), endless.camera().label());
  }
}
