package plenum.database.devicetest;

import java.util.List;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.devicetest.DeviceTest;
import plenum.devicetest.DeviceTestStore;
import plenum.identity.PersonId;
import plenum.records.PersonalRecords;

/** Keeps what tests of devices found in the database. */
public final class JpaDeviceTestStore implements DeviceTestStore {

  private static final String NEWEST =
      "select d from DeviceTestRow d order by d.at desc, d.id desc";

  private static final String OF =
      "select d from DeviceTestRow d where d.personId = :person order by d.at desc, d.id desc";

  private static final String OLDER =
      "delete from device_test where person_id = ?1 and id not in"
          + " (select id from device_test where person_id = ?1 order by at desc, id desc limit %d)";

  private final Database database;
  private final WriteQueue queue;

  public JpaDeviceTestStore(Database database, WriteQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public void put(DeviceTest test, int most) {
    DeviceTestRow row = new DeviceTestRow(test);
    queue.add(
        manager -> {
          manager.merge(row);
          manager.flush();
          manager
              .createNativeQuery(OLDER.formatted(most))
              .setParameter(1, test.person().value())
              .executeUpdate();
        });
  }

  @Override
  public List<DeviceTest> newest(int from, int most) {
    return database
        .ask(
            manager ->
                manager
                    .createQuery(NEWEST, DeviceTestRow.class)
                    .setFirstResult(from)
                    .setMaxResults(most)
                    .getResultList())
        .stream()
        .map(DeviceTestRow::test)
        .toList();
  }

  @Override
  public List<DeviceTest> of(PersonId person) {
    return database.rowsOf(person, OF, DeviceTestRow.class, PersonalRecords.MOST).stream()
        .map(DeviceTestRow::test)
        .toList();
  }

  @Override
  public void erase(PersonId person) {
    queue.put(
        "erase device tests " + person,
        manager ->
            manager
                .createQuery("delete from DeviceTestRow d where d.personId = :person")
                .setParameter("person", person.value())
                .executeUpdate());
  }
}
