package plenum.devicetest;

import java.util.List;
import plenum.identity.PersonId;

/** Keeps what tests found. Thread-safe; what is asked waits, what is to be kept does not. */
public interface DeviceTestStore {

  /**
   * Keeps one more, soon.
   *
   * @param most of this person's that are kept, the newest
   */
  void put(DeviceTest test, int most);

  /** The newest ones of everybody, the newest first, without the first {@code from}. */
  List<DeviceTest> newest(int from, int most);

  /** A person's, the newest first. */
  List<DeviceTest> of(PersonId person);

  /** Keeps none of the person's; soon. */
  void erase(PersonId person);
}
