package plenum.admin.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveExportTest {

  /** Is public as what programs are told is. */
  public record One(
      String name, Optional<String> way, OptionalInt lost, double score, boolean on) {}

  private static String file(String format, Locale reader, Map<String, String> filters)
      throws IOException {
    Stream<One> all =
        Stream.of(
            new One("Ada", Optional.of("udp"), OptionalInt.of(4), 4.5, true),
            new One("Łucja", Optional.empty(), OptionalInt.empty(), 1, false));
    LiveColumns<One> columns = new LiveColumns<>(One.class);
    ExportFile file =
        new LiveExport<>(columns, all.filter(columns.filter(filters))).file("streams");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.body(format, reader).write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesWhatIsKnownOfEachLine() throws IOException {
    assertEquals(
        "name,way,lost,score,on\r\nAda,udp,4,4.5,true\r\nŁucja,,,1.0,false\r\n",
        file("csv", Locale.ENGLISH, Map.of()));
    assertEquals(
        "[{\"name\":\"Ada\",\"way\":\"udp\",\"lost\":4,\"score\":4.5,\"on\":true},"
            + "{\"name\":\"Łucja\",\"score\":1.0,\"on\":false}]",
        file("json", Locale.ENGLISH, Map.of()));
  }

  @Test
  void leavesOutWhatTheFiltersDo() throws IOException {
    assertEquals(
        "name,way,lost,score,on\r\nŁucja,,,1.0,false\r\n",
        file("csv", Locale.ENGLISH, Map.of("name", "łUC ")));
    assertEquals("[]", file("json", Locale.ENGLISH, Map.of("way", "udp", "name", "łucja")));
  }

  @Test
  void separatesCellsAsTheReadersSpreadsheetDoes() throws IOException {
    assertEquals(
        "\uFEFFname;way;lost;score;on\r\nAda;udp;4;4.5;true\r\n",
        file("spreadsheet", Locale.GERMANY, Map.of("name", "ada")));
  }
}
