package plenum.bench;

import java.util.List;
import plenum.database.Database;

/**
 * A large company's store: 10,000 accounts and 100,000 records, in equal parts acts, stays, records
 * of calls and minutes of quality; and 10,000 failed joins and device tests beside them.
 */
final class LargeStore {

  private static final int RECORDS = Integer.getInteger("plenum.bench.records", 25_000);

  /** Who has records; each has the same number of them. */
  static final int PEOPLE = 2_000;

  private static final String PERSON = "lpad(cast(mod(x, 2000) as varchar), 22, 'p')";
  private static final String NAME = "'Person ' || mod(x, 2000)";
  private static final String ROOM = "'room' || mod(x, 1000), 'Room ' || mod(x, 1000)";
  private static final String BROWSER = "'Mozilla/5.0 Chrome/' || mod(x, 40)";
  private static final String MINUTES = "NOW - cast(x as bigint) * 60000";

  private static final List<String> STATEMENTS =
      List.of(
          "insert into call_record select lpad(cast(x as varchar), 22, 'r'), PERSON,"
              + " lpad(cast((x - 1) / 2 as varchar), 16, '0'), lpad(cast(mod(x, 1999) as varchar),"
              + " 22, 'p'), 'Person ' || mod(x, 1999), case when mod(x, 2) = 0 then 'MADE' else"
              + " 'RECEIVED' end, case when mod(x, 7) = 0 then 'MISSED' else 'ANSWERED' end,"
              + " MINUTES, mod(x, 5000) * 1000, MINUTES, true from SERIES",
          "insert into attendance select lpad(cast(x as varchar), 22, 'a'), 'run', ROOM, PERSON,"
              + " NAME, MINUTES, MINUTES + mod(x, 900) * 1000 from SERIES",
          "insert into audit select lpad(cast(x as varchar), 22, 'u'), MINUTES, PERSON, NAME,"
              + " '10.' || mod(x, 9) || '.0.' || mod(x, 200), 'act-' || mod(x, 50), 'room' ||"
              + " mod(x, 1000), case when mod(x, 9) = 0 then 'REFUSED' else 'DONE' end, 'of ' || x"
              + " from SERIES",
          "insert into quality_minute select lpad(cast(x as varchar), 22, 'q'), MINUTES, ROOM,"
              + " PERSON, NAME, BROWSER, 'UDP', 10 + mod(x, 41),"
              + " 10 + mod(x, 31), case when mod(x, 5) = 0 then"
              + " 'DOWNLINK' end, case when mod(x, 5) = 0 then PERSON end, mod(x, 2500), mod(x,"
              + " 9000), mod(x, 20), mod(x, 30), mod(x, 300), mod(x, 50), mod(x, 4), mod(x, 900),"
              + " false from SERIES",
          "insert into join_problem select lpad(cast(x as varchar), 22, 'j'), MINUTES, PERSON, NAME,"
              + " '10.' || mod(x, 9) || '.0.' || mod(x, 200), BROWSER, ROOM, 'ICE', 'no-way-' ||"
              + " mod(x, 6), true, null from SERIES where x <= 10000",
          "insert into device_test select lpad(cast(x as varchar), 22, 't'), MINUTES, PERSON, NAME,"
              + " BROWSER, 'Camera ' || mod(x, 90), '', 1280, 720, 30, 'Microphone ' || mod(x, 80),"
              + " '', mod(x, 3) > 0, 'Speaker ' || mod(x, 70), 'played' from SERIES where x <= 10000",
          "insert into account (person, login, name, group_names, role_names, blocked, made) select"
              + " lpad(cast(x as varchar), 22, 'p'), 'login' || x, 'Person ' || x, 'staff-' ||"
              + " mod(x, 30), '', mod(x, 50) = 0, MINUTES from SERIES where x <= 10000");

  private LargeStore() {}

  /** Puts all of it into an empty store. */
  static void fill(Database database, boolean postgresql) {
    String series = postgresql ? "generate_series(1, %d) as s(x)" : "system_range(1, %d)";
    for (String statement : STATEMENTS) {
      String sql =
          statement
              .replace("SERIES", series.formatted(RECORDS))
              .replace("PERSON", PERSON)
              .replace("MINUTES", MINUTES)
              .replace("BROWSER", BROWSER)
              .replace("NAME", NAME)
              .replace("ROOM", ROOM)
              .replace("NOW", Long.toString(System.currentTimeMillis()));
      database.change(manager -> manager.createNativeQuery(sql).executeUpdate());
    }
  }

  /** The id of one who has records. */
  static String person(int number) {
    String digits = Integer.toString(number % PEOPLE);
    return "p".repeat(22 - digits.length()) + digits;
  }
}
