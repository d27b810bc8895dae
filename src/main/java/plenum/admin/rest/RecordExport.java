package plenum.admin.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.database.records.RecordColumn;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordQuery;
import plenum.database.records.RecordTable;

/**
 * Writes a list page by page, so that it takes no more memory than one of them.
 *
 * @param filters by column
 */
record RecordExport(RecordLists lists, RecordTable table, Map<String, String> filters) {

  /** No export is longer. */
  static final int MOST = 100_000;

  @FunctionalInterface
  private interface Lines {
    void take(List<Map<String, Object>> page) throws IOException;
  }

  void json(OutputStream out) throws IOException {
    try (JsonGenerator json = Json.createGenerator(out)) {
      json.writeStartArray();
      pages(page -> page.forEach(line -> json(json, line)));
      json.writeEnd();
    }
  }

  private static void json(JsonGenerator json, Map<String, Object> line) {
    json.writeStartObject();
    line.forEach(
        (name, value) -> {
          if (value instanceof Boolean flag) {
            json.write(name, flag);
          } else if (value instanceof Long number) {
            json.write(name, number);
          } else {
            json.write(name, value.toString());
          }
        });
    json.writeEnd();
  }

  void csv(OutputStream out, Csv form) throws IOException {
    try (Writer csv = new OutputStreamWriter(out, UTF_8)) {
      List<String> names = table.columns().stream().map(RecordColumn::name).toList();
      csv.write(form.begin() + form.line(names));
      pages(
          page -> {
            for (Map<String, Object> line : page) {
              csv.write(form.line(names.stream().map(name -> text(line, name)).toList()));
            }
          });
    }
  }

  private static String text(Map<String, Object> line, String name) {
    return line.getOrDefault(name, "").toString();
  }

  private void pages(Lines lines) throws IOException {
    for (int from = 0; from < MOST; from += RecordQuery.MOST) {
      RecordQuery query = new RecordQuery(Optional.empty(), false, filters, from, RecordQuery.MOST);
      List<Map<String, Object>> page = lists.lines(table, query);
      lines.take(page);
      if (page.size() < RecordQuery.MOST) {
        return;
      }
    }
  }
}
