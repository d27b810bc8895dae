package plenum.devicetest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import plenum.identity.PersonId;

/** Keeps what tests found as long as the server runs. */
public final class MemoryDeviceTestStore implements DeviceTestStore {

  /** The newest first. */
  private final Deque<DeviceTest> tests = new ArrayDeque<>();

  @Override
  public synchronized void put(DeviceTest test, int most) {
    tests.addFirst(test);
    of(test.person()).stream().skip(most).forEach(tests::removeLastOccurrence);
  }

  @Override
  public synchronized List<DeviceTest> newest(int from, int most) {
    return tests.stream().skip(from).limit(most).toList();
  }

  @Override
  public synchronized List<DeviceTest> of(PersonId person) {
    return tests.stream().filter(test -> test.person().equals(person)).toList();
  }

  @Override
  public synchronized void erase(PersonId person) {
    tests.removeIf(test -> test.person().equals(person));
  }
}
