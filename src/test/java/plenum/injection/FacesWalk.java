package plenum.injection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;

/**
 * Gives the fields of each form of administration's pages each payload, as they are found in the
 * pages themselves: what is typed, filters, sort keys, places in a table, hidden fields and what a
 * page is asked for.
 */
final class FacesWalk {

  private static final String STATE = "jakarta.faces.ViewState";
  private static final Pattern FORM =
      Pattern.compile("<form id=\"([^\"]+)\".*?</form>", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile("<(?:input|select|textarea)\\b[^>]*?\\bname=\"([^\"]+)\"[^>]*>");
  private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
  private static final Pattern TABLE =
      Pattern.compile("<div id=\"([^\"]+)\" class=\"[^\"]*\\bui-datatable\\b");

  /** Buttons that keep what was typed. */
  private static final Pattern KEEPING =
      Pattern.compile("<button id=\"([^\"]*\\b(?:go|save|regroup|send))\"");

  /** Queries by which pages are of somebody or something. */
  private static final List<String> QUERIES = List.of("id", "room", "at", "name", "show", "next");

  /** Pages that ask for what they show, and take nothing. */
  private static final Set<String> FORMLESS = Set.of("admin/check");

  private record Form(String id, String html, Map<String, String> fields) {}

  private final PlenumServer server;
  private final Browser browser;
  private final Map<String, String> subjects;
  private final Answers answers;
  private int requests;

  /**
   * @param subjects the queries of pages that are of somebody or something
   */
  FacesWalk(PlenumServer server, Browser browser, Map<String, String> subjects, Answers answers) {
    this.server = server;
    this.browser = browser;
    this.subjects = subjects;
    this.answers = answers;
  }

  /** Every page of administration, below the root. */
  static List<String> pages() {
    Path root = Path.of("src/main/webapp");
    try (Stream<Path> files = Files.list(root.resolve("admin"))) {
      return Stream.concat(Stream.of(root.resolve("admin.xhtml")), files)
          .map(file -> root.relativize(file).toString().replace(".xhtml", ""))
          .sorted()
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** How many requests it took. */
  int walk() {
    for (String page : pages()) {
      String path = "/" + page + subjects.getOrDefault(page, "");
      HttpResponse<String> shown = browser.get(path);
      answers.check(shown.statusCode() == 200, path + " is not shown: " + shown);
      List<Form> forms = forms(shown.body());
      answers.check(!forms.isEmpty() || FORMLESS.contains(page), path + " has no form");
      for (Payload payload : Payload.values()) {
        String query =
            QUERIES.stream()
                .map(name -> name + "=" + payload.encoded())
                .collect(Collectors.joining("&", "?", ""));
        requests++;
        answers.check("GET " + page + " " + payload, browser.get("/" + page + query));
        forms.forEach(form -> walk("/" + page, form, payload));
      }
    }
    return requests;
  }

  private static List<Form> forms(String html) {
    return FORM.matcher(html).results().map(FacesWalk::form).toList();
  }

  private static Form form(MatchResult found) {
    Map<String, String> fields = new LinkedHashMap<>();
    FIELD
        .matcher(found.group())
        .results()
        .forEach(
            field ->
                fields.put(
                    field.group(1),
                    VALUE
                        .matcher(field.group())
                        .results()
                        .map(value -> value.group(1))
                        .findFirst()
                        .orElse("")));
    return new Form(found.group(1), found.group(), fields);
  }

  private void walk(String path, Form form, Payload payload) {
    Map<String, String> given = new LinkedHashMap<>(form.fields());
    given.replaceAll(
        (name, value) -> name.equals(STATE) || isMark(form, name) ? value : payload.text);
    List<String> keeping = names(KEEPING, form.html());
    for (String source : keeping.isEmpty() ? List.of(form.id()) : keeping) {
      post(path, form, payload, given, Map.of(source, source, "jakarta.faces.source", source));
    }
    for (String table : names(TABLE, form.html())) {
      tableActs(table, payload)
          .forEach(
              act -> {
                Map<String, String> all = new LinkedHashMap<>(act);
                all.put("jakarta.faces.source", table);
                all.put(table, table);
                post(
                    path,
                    form,
                    payload,
                    act.containsKey(table + "_filtering") ? given : form.fields(),
                    all);
              });
    }
  }

  /** Without which Faces takes nothing of a form. */
  private static boolean isMark(Form form, String name) {
    return name.equals(form.id() + "_SUBMIT") || name.equals(form.id());
  }

  private static List<Map<String, String>> tableActs(String table, Payload payload) {
    String text = payload.text;
    return List.of(
        Map.of(table + "_filtering", "true", table + "_encodeFeature", "true"),
        Map.of(table + "_sorting", "true", table + "_sortKey", text, table + "_sortDir", text),
        Map.of(table + "_pagination", "true", table + "_first", text, table + "_rows", text));
  }

  private static List<String> names(Pattern pattern, String html) {
    return new ArrayList<>(
        pattern
            .matcher(html)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private void post(
      String path,
      Form form,
      Payload payload,
      Map<String, String> fields,
      Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put(form.id(), form.id());
    all.put("jakarta.faces.partial.ajax", "true");
    all.put("jakarta.faces.partial.execute", "@all");
    all.put("jakarta.faces.partial.render", form.id());
    all.putAll(more);
    String body =
        all.entrySet().stream()
            .map(field -> Payload.encoded(field.getKey()) + "=" + Payload.encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    requests++;
    answers.check(
        "POST %s %s %s".formatted(path, more.get("jakarta.faces.source"), payload),
        browser.send(
            HttpRequest.newBuilder(server.url(path))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("Faces-Request", "partial/ajax")
                .header("Origin", server.url("").toString())
                .POST(BodyPublishers.ofString(body))));
  }
}
