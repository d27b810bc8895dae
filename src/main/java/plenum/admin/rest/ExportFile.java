package plenum.admin.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A list as a file.
 *
 * @param name of the list, and of the file before its ending
 * @param columns in order; a line need not have all of them
 */
record ExportFile(String name, List<String> columns, Source source) {

  /** Those that are CSV; all others are JSON. */
  private static final Set<String> FORMS = Set.of("csv", "spreadsheet");

  /** Takes a part of the list. */
  @FunctionalInterface
  interface Lines {
    void take(List<Map<String, Object>> part) throws IOException;
  }

  /** Where the lines come from, part by part, so that it takes no more memory than one of them. */
  @FunctionalInterface
  interface Source {
    void tell(Lines lines) throws IOException;
  }

  /**
   * The answer to who asked for the file.
   *
   * @param format {@code json}, {@code csv} (RFC 4180) or {@code spreadsheet}
   * @param reader whose spreadsheet opens it
   */
  Response answer(String format, Locale reader) {
    boolean csv = FORMS.contains(format);
    StreamingOutput body = body(format, reader);
    return Response.ok(body, csv ? "text/csv; charset=utf-8" : "application/json")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.%s\"".formatted(name, csv ? "csv" : "json"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** The file itself. */
  StreamingOutput body(String format, Locale reader) {
    Csv form = "csv".equals(format) ? Csv.PLAIN : Csv.spreadsheet(reader);
    return FORMS.contains(format) ? out -> csv(out, form) : this::json;
  }

  private void json(OutputStream out) throws IOException {
    try (JsonGenerator json = Json.createGenerator(out)) {
      json.writeStartArray();
      source.tell(part -> part.forEach(line -> json(json, line)));
      json.writeEnd();
    }
  }

  private static void json(JsonGenerator json, Map<String, Object> line) {
    json.writeStartObject();
    line.forEach(
        (name, value) -> {
          if (value instanceof Boolean flag) {
            json.write(name, flag);
          } else if (value instanceof Integer || value instanceof Long) {
            json.write(name, ((Number) value).longValue());
          } else if (value instanceof Double number) {
            json.write(name, number);
          } else {
            json.write(name, value.toString());
          }
        });
    json.writeEnd();
  }

  private void csv(OutputStream out, Csv form) throws IOException {
    try (Writer csv = new OutputStreamWriter(out, UTF_8)) {
      csv.write(form.begin() + form.line(columns));
      source.tell(
          part -> {
            for (Map<String, Object> line : part) {
              csv.write(form.line(columns.stream().map(name -> text(line, name)).toList()));
            }
          });
    }
  }

  private static String text(Map<String, Object> line, String name) {
    return line.getOrDefault(name, "").toString();
  }
}
