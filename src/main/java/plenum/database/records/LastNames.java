package plenum.database.records;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import plenum.database.Database;

/**
 * What rooms and people were called when they were last met. Every method waits for the database.
 */
@ApplicationScoped
public class LastNames {

  private Database database;

  /** For the container's proxy only. */
  protected LastNames() {}

  @Inject
  public LastNames(Database database) {
    this.database = database;
  }

  /**
   * The names of those of these rooms that somebody was in, by their ids.
   *
   * @throws plenum.records.RecordsRefused {@code RECORDS_UNAVAILABLE} when it does not answer
   */
  public Map<String, String> ofRooms(Set<String> ids) {
    return names("room_id", "room_name", ids);
  }

  /**
   * The names of those of these people who were in a room, by their ids.
   *
   * @throws plenum.records.RecordsRefused {@code RECORDS_UNAVAILABLE} when it does not answer
   */
  public Map<String, String> ofPeople(Set<String> ids) {
    return names("person_id", "person_name", ids);
  }

  /**
   * An index leads to the newest line of each, and no other is read: a room that is used every day
   * has thousands.
   */
  private Map<String, String> names(String id, String name, Set<String> ids) {
    Map<String, String> names = new HashMap<>();
    if (ids.isEmpty()) {
      return names;
    }
    List<String> wanted = List.copyOf(ids);
    String newest =
        "(select t.%1$s, t.%2$s from attendance t where t.%1$s = ?%3$d"
            + " order by t.%1$s desc, t.joined desc fetch first 1 row only)";
    String sql =
        IntStream.rangeClosed(1, wanted.size())
            .mapToObj(number -> newest.formatted(id, name, number))
            .collect(joining(" union all "));
    List<?> rows =
        database.ask(
            manager -> {
              Query query = manager.createNativeQuery(sql);
              IntStream.range(0, wanted.size())
                  .forEach(i -> query.setParameter(i + 1, wanted.get(i)));
              return query.getResultList();
            });
    rows.forEach(row -> names.put(((Object[]) row)[0].toString(), ((Object[]) row)[1].toString()));
    return names;
  }
}
