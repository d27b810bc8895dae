package plenum.e2e;

import java.util.List;
import java.util.Optional;
import plenum.database.Database;
import plenum.testing.PlenumServer;
import plenum.testing.Product;

/** What a German site has kept for some weeks, with names as long as they are in life. */
final class KeptRecords {

  /** In this order, of the one with that number. */
  static final List<String> NAMES =
      List.of(
          "Annegret Hohenlohe-Schwarzenbach",
          "Maximilian Graf Wolkenstein-Trostburg",
          "Jürgen Müller",
          "Łucja Szczepańska",
          "Sabine Leutheusser-Schnarrenberger");

  private static final List<String> ROOMS =
      List.of(
          "Wochenbesprechung der Arbeitsgruppe Barrierefreiheit",
          "Donaudampfschifffahrtsgesellschaft",
          "Jour fixe");

  private static final String BROWSER = "'Chrome 131 on Windows'";

  /** As a browser names itself. */
  private static final String AGENT =
      "'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/131.0.0.0 Safari/537.36'";

  private static final List<String> STATEMENTS =
      List.of(
          "insert into call_record select lpad(x, 22, 'r'), PERSON, lpad((x - 1) / 2, 16, '0'),"
              + " OTHER, WITH, case when mod(x, 2) = 0 then 'MADE' else 'RECEIVED' end,"
              + " case when mod(x, 7) < 2 then 'MISSED' else 'ANSWERED' end, AT, x * 60000, AT,"
              + " true from system_range(1, 120)",
          "insert into attendance select lpad(x, 22, 'a'), 'run', lpad(mod(x, 3), 32, 'x'), ROOM,"
              + " PERSON, NAME, AT, AT + x * 60000 from system_range(1, 120)",
          "insert into audit select lpad(x, 22, 'u'), AT, PERSON, NAME, '10.117.200.' || x,"
              + " case mod(x, 3) when 0 then 'change-setting' when 1 then 'remove-member' else"
              + " 'make-guest-link' end, ROOM, case when mod(x, 5) = 0 then 'REFUSED' else 'DONE'"
              + " end, case when mod(x, 5) = 0 then 'setting-fixed' else"
              + " 'plenum.records.attendance-days from 30 to 90' end"
              + " from system_range(1, 120)",
          "insert into quality_minute select lpad(x, 22, 'q'), AT, lpad(mod(x, 3), 32, 'x'), ROOM,"
              + " PERSON, NAME, BROWSER, 'RELAY', 10 + mod(x, 41),"
              + " 10 + mod(x, 31), case mod(x, 4) when 0"
              + " then 'DOWNLINK' when 1 then 'DEVICE' end, PERSON, 2500, 12500, mod(x, 20),"
              + " mod(x, 30), 300 + x, 50, 4, 900, false from system_range(1, 120)",
          "insert into join_problem select lpad(x, 22, 'j'), AT, PERSON, NAME, '10.117.200.' || x,"
              + " BROWSER, lpad(mod(x, 3), 32, 'x'), ROOM, case mod(x, 2) when 0 then 'ICE' else"
              + " 'DEVICES' end, case mod(x, 2) when 0 then 'timeout' else 'camera-busy' end,"
              + " true, null from system_range(1, 60)",
          "insert into device_test select lpad(x, 22, 't'), AT, PERSON, NAME, AGENT, 'Integrated"
              + " Camera (04f2:b6d9)', case mod(x, 3) when 0 then 'busy' else '' end,"
              + " 1280, 720, 30, 'Mikrofonarray (Realtek High Definition Audio)', '', mod(x, 3) >"
              + " 0, 'Lautsprecher (Jabra EVOLVE 65)', 'played' from system_range(1, 60)",
          "insert into account (person, login, name, group_names, role_names, blocked, made) select"
              + " lpad(mod(x, 5), 22, 'p'), 'vorname.nachname-' || x, NAME,"
              + " 'Projektsteuerung und Qualitätssicherung', case mod(x, 2) when 0 then"
              + " 'ADMINISTRATOR' else '' end, mod(x, 4) = 0, AT"
              + " from system_range(1, 5)");

  private KeptRecords() {}

  /** The id of whose name has that number. */
  static String person(int number) {
    return "p".repeat(21) + number;
  }

  /** The id of the room with that number. */
  static String room(int number) {
    return "x".repeat(31) + number;
  }

  /** Puts all of it into the database of a server that does not run yet. */
  static void fill(PlenumServer server) {
    try (Database database =
        Database.open(Product.settings(Optional.empty()), server.dataDir().toAbsolutePath())) {
      for (String statement : STATEMENTS) {
        String sql = filled(statement);
        database.change(manager -> manager.createNativeQuery(sql).executeUpdate());
      }
    }
  }

  private static String filled(String statement) {
    return statement
        .replace("PERSON", "lpad(mod(x, 5), 22, 'p')")
        .replace("OTHER", "lpad(mod(x + 1, 5), 22, 'p')")
        .replace("WITH", choice("mod(x + 1, 5)", NAMES))
        .replace("NAME", choice("mod(x, 5)", NAMES))
        .replace("ROOM", choice("mod(x, 3)", ROOMS))
        .replace("BROWSER", BROWSER)
        .replace("AGENT", AGENT)
        .replaceAll(
            "\\bAT\\b", System.currentTimeMillis() - 600_000 + " - cast(x as bigint) * 3700000");
  }

  private static String choice(String number, List<String> texts) {
    StringBuilder choice = new StringBuilder("case ").append(number);
    for (int i = 0; i < texts.size(); i++) {
      choice.append(" when %d then '%s'".formatted(i, texts.get(i)));
    }
    return choice.append(" end").toString();
  }
}
