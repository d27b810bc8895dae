package plenum.database.devicetest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.database.WithDatabase;
import plenum.devicetest.DeviceTest;
import plenum.devicetest.DeviceTest.Camera;
import plenum.devicetest.DeviceTest.Microphone;
import plenum.devicetest.DeviceTest.Speaker;
import plenum.identity.PersonId;

class JpaDeviceTestStoreTest extends WithDatabase {

  private final PersonId ada = PersonId.fresh();
  private final PersonId grace = PersonId.fresh();

  private JpaDeviceTestStore store() {
    return new JpaDeviceTestStore(database, queue);
  }

  private static DeviceTest test(PersonId person, int second) {
    return new DeviceTest(
        person,
        "Ada '\uD83D\uDE80",
        Instant.ofEpochSecond(second),
        "Firefox",
        new Camera("Cam '\uD83D\uDE80".repeat(30), "", 1280, 720, 30),
        new Microphone("", "busy", true),
        new Speaker("Loud", "failed"));
  }

  @Test
  void keepsTheNewestOfEachPersonAsTheyAre() {
    store().put(test(grace, 0), 2);
    for (int second = 1; second <= 3; second++) {
      store().put(test(ada, second), 2);
    }
    restart();

    List<DeviceTest> all = List.of(test(ada, 3), test(ada, 2), test(grace, 0));
    assertEquals(all, store().newest(0, 10));
    assertEquals(all.subList(1, 2), store().newest(1, 1));
    assertEquals(all.subList(0, 2), store().of(ada));
  }

  @Test
  void erasesThoseOfAPerson() {
    store().put(test(ada, 1), 2);
    store().put(test(grace, 1), 2);
    store().erase(ada);
    flush();

    assertEquals(List.of(test(grace, 1)), store().newest(0, 10));
  }
}
