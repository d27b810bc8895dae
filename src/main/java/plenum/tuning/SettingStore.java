package plenum.tuning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.records.RecordsRefused;

/**
 * Keeps what was changed. Thread-safe; every method waits, and throws {@link RecordsRefused} when
 * nothing can be kept or told now.
 */
public interface SettingStore {

  /** What counts, by the names of settings. */
  Map<String, String> all();

  /** Keeps a change, and what counts by it, before it returns. */
  void put(SettingChange change);

  /** The newest changes, the newest first, without the first {@code from}. */
  List<SettingChange> newest(int from, int most);

  /** The change of this id. */
  Optional<SettingChange> find(String id);

  /** Those of a person, the newest first. */
  List<SettingChange> of(PersonId person);

  /** None of the changes is that person's any more; soon. */
  void erase(PersonId person);
}
