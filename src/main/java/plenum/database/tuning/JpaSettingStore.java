package plenum.database.tuning;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.identity.PersonId;
import plenum.records.Erased;
import plenum.records.PersonalRecords;
import plenum.tuning.SettingChange;
import plenum.tuning.SettingStore;

/** Keeps changed settings in the database, before anybody is told that they are kept. */
public final class JpaSettingStore implements SettingStore {

  private static final String NEWEST = "select c from SettingChangeRow c order by c.at desc, c.id";

  private static final String OF =
      "select c from SettingChangeRow c where c.personId = :person order by c.at desc, c.id";

  private static final String ERASE =
      "update setting_change set person_id = ?2, person_name = ?3 where person_id = ?1";

  private final Database database;
  private final WriteQueue queue;

  public JpaSettingStore(Database database, WriteQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public Map<String, String> all() {
    return database
        .ask(m -> m.createQuery("select s from SettingRow s", SettingRow.class).getResultList())
        .stream()
        .collect(Collectors.toMap(SettingRow::name, SettingRow::text));
  }

  @Override
  public void put(SettingChange change) {
    database.ask(
        manager -> {
          manager.persist(new SettingChangeRow(change));
          change
              .after()
              .ifPresentOrElse(
                  text -> manager.merge(new SettingRow(change.setting(), text)),
                  () -> remove(manager, change.setting()));
          return true;
        });
  }

  private static void remove(EntityManager manager, String setting) {
    SettingRow row = manager.find(SettingRow.class, setting);
    if (row != null) {
      manager.remove(row);
    }
  }

  @Override
  public List<SettingChange> newest(int from, int most) {
    return database
        .ask(
            manager ->
                manager
                    .createQuery(NEWEST, SettingChangeRow.class)
                    .setFirstResult(from)
                    .setMaxResults(most)
                    .getResultList())
        .stream()
        .map(SettingChangeRow::change)
        .toList();
  }

  @Override
  public Optional<SettingChange> find(String id) {
    return database
        .ask(manager -> Optional.ofNullable(manager.find(SettingChangeRow.class, id)))
        .map(SettingChangeRow::change);
  }

  @Override
  public List<SettingChange> of(PersonId person) {
    return database.rowsOf(person, OF, SettingChangeRow.class, PersonalRecords.MOST).stream()
        .map(SettingChangeRow::change)
        .toList();
  }

  @Override
  public void erase(PersonId person) {
    queue.put(
        "erase setting changes " + person,
        manager ->
            manager
                .createNativeQuery(ERASE)
                .setParameter(1, person.value())
                .setParameter(2, Erased.PERSON.value())
                .setParameter(3, Erased.NAME.value())
                .executeUpdate());
  }
}
