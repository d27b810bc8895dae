package plenum.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plenum.database.Database;
import plenum.settings.DatabaseSettings;
import plenum.testing.Browser;
import plenum.testing.FirstAdministrator;
import plenum.testing.PlenumServer;
import plenum.testing.PostgresServer;
import plenum.testing.Product;

/** A server with a {@link LargeStore}, as an administrator's browser asks it. */
final class TablesSite implements AutoCloseable {

  private static final List<String> PAGES =
      List.of(
          "", "/meetings", "/streams", "/nodes", "/accounts", "/problems", "/quality", "/tests");
  private static final List<String> LISTS = List.of("audit", "attendance", "calls", "accounts");
  private static final Pattern STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern FILTER = Pattern.compile("id=\"(form:table:[^\"]+):filter\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final PlenumServer server;
  private final DatabaseSettings database;
  private Browser browser;

  private TablesSite(PlenumServer server, DatabaseSettings database) {
    this.server = server;
    this.database = database;
  }

  static TablesSite prepare(Product product) {
    Map<String, String> settings = new HashMap<>(Map.of("plenum.identity.mode", "local"));
    DatabaseSettings database = product.fresh().settings();
    database
        .url()
        .ifPresent(
            url -> {
              settings.put("plenum.store.url", url);
              settings.put("plenum.store.username", PostgresServer.USER);
              settings.put("plenum.store.password", PostgresServer.PASSWORD);
            });
    return new TablesSite(PlenumServer.prepare(settings).checkedBefore(), database);
  }

  /** Its database, before it starts. */
  Database open() {
    return Database.open(database, server.dataDir().toAbsolutePath());
  }

  void measure() throws Exception {
    server.launch();
    server.awaitReady();
    browser = FirstAdministrator.arrive(server);
    for (String page : PAGES) {
      TablesBenchmark.measure("page /admin" + page, i -> get("/admin" + page));
    }
    for (String list : LISTS) {
      TablesBenchmark.measure("page /admin/" + list, i -> get("/admin/" + list));
      filtered(list);
      TablesBenchmark.measure(
          "/api/admin/records/" + list + ", filtered",
          i -> get("/api/admin/records/%s?limit=50&name=%d".formatted(list, i)));
    }
    TablesBenchmark.measure(
        "page of one person", i -> get("/admin/person?id=" + LargeStore.person(i)));
    search();
    exports();
  }

  private String get(String path) {
    return checked(browser.get(path)).body();
  }

  private static HttpResponse<String> checked(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(response + " " + response.body());
    }
    return response;
  }

  /** As the page's script does when somebody types above a column. */
  private void filtered(String list) throws Exception {
    HttpResponse<String> opened = checked(browser.get("/admin/" + list));
    String page = opened.body();
    String session =
        opened.headers().allValues("set-cookie").stream()
            .filter(cookie -> cookie.startsWith("JSESSIONID"))
            .map(cookie -> cookie.replaceFirst(";.*", ""))
            .findFirst()
            .orElseThrow();
    Map<String, String> form = new HashMap<>();
    form.put("jakarta.faces.ViewState", first(STATE, page));
    form.put("jakarta.faces.partial.ajax", "true");
    form.put("jakarta.faces.source", "form:table");
    form.put("jakarta.faces.partial.execute", "form:table");
    form.put("jakarta.faces.partial.render", "form:table");
    form.put("jakarta.faces.behavior.event", "filter");
    form.put("jakarta.faces.partial.event", "filter");
    form.put("form:table_filtering", "true");
    form.put("form:table_encodeFeature", "true");
    form.put("form", "form");
    String filter = first(FILTER, page) + ":filter";
    TablesBenchmark.measure(
        "page /admin/" + list + ", filtered",
        i -> {
          form.put(filter, Integer.toString(i % 90));
          post("/admin/" + list, session, form);
        });
  }

  private void post(String path, String session, Map<String, String> form) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.url(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Faces-Request", "partial/ajax")
            .header("Cookie", session)
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    String answer = checked(browser.send(request)).body();
    if (!answer.contains("<update id=\"form:table\"")) {
      throw new IllegalStateException(answer);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException(pattern + " is not in " + text);
    }
    return found.group(1);
  }

  private void search() throws Exception {
    for (String text : List.of("person 1%d", "room 1%d", "nobody %d", "10.1.0.%d", "login%d")) {
      TablesBenchmark.measure(
          "search for \"" + text + "\"",
          i -> get("/api/admin/search?q=" + encoded(text.formatted(i % 200))));
    }
  }

  private void exports() throws Exception {
    for (String list : LISTS) {
      for (String format : List.of("csv", "json")) {
        String path = "/api/admin/records/" + list + "?format=" + format;
        TablesBenchmark.measure("first byte of " + list + " as " + format, i -> firstByte(path));
      }
      TablesBenchmark.measure(
          "first byte of " + list + ", filtered",
          i -> firstByte("/api/admin/records/" + list + "?format=csv&name=" + i));
    }
  }

  private void firstByte(String path) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.url(path));
    Optional<String> cookie = browser.cookie();
    cookie.ifPresent(value -> request.header("Cookie", value));
    var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200 || body.read() < 0) {
        throw new IllegalStateException(response.toString());
      }
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
