package plenum.injection;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import plenum.injection.RestDoors.Door;
import plenum.injection.RestDoors.Field;
import plenum.injection.RestDoors.Part;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;

/** Gives each field of each REST door each payload, the other fields as usual. */
final class RestWalk {

  /**
   * What doors read that take the request as it is: query parameters (?), fields of forms (=), and
   * members of JSON.
   */
  private static final Map<String, List<String>> RAW = raw();

  /** Doors that take the request for nothing but who asks. */
  static final Set<String> WITHOUT_FIELDS = Set.of();

  private final PlenumServer server;
  private final Supplier<Browser> browser;
  private final Map<String, String> usual;
  private final Answers answers;

  /**
   * @param usual values of fields by their names, as JSON
   */
  RestWalk(
      PlenumServer server, Supplier<Browser> browser, Map<String, String> usual, Answers answers) {
    this.server = server;
    this.browser = browser;
    this.usual = usual;
    this.answers = answers;
  }

  private static Map<String, List<String>> raw() {
    List<String> media = List.of("?app", "?stream", "?ticket", "?token", "?action", "?session");
    List<String> json = List.of("api", "streamurl", "sdp", "clientip", "tid");
    List<String> login = List.of("?code", "?state", "?error", "?error_description", "?iss");
    Map<String, List<String>> raw = new TreeMap<>();
    for (String door : List.of("whip", "{door}")) {
      for (String verb : List.of("POST", "PATCH", "DELETE")) {
        raw.put(verb + " WhipResource/" + door, media);
      }
    }
    raw.put("POST WhipResource/receive", media);
    raw.put("POST JsonResource/publish", json);
    raw.put("POST JsonResource/play", json);
    raw.put(
        "POST HooksResource/srs",
        List.of(
            "action", "client_id", "ip", "vhost", "app", "stream", "param", "tcUrl", "server_id"));
    raw.put("GET ProviderResource/callback", login);
    raw.put("POST ProviderResource/back-channel", List.of("=logout_token"));
    raw.put("PATCH UploadsResource/{id}", List.of());
    raw.put("POST ReceiversResource", List.of());
    List.of("summaries", "streams", "streams/{id}", "clients", "clients/{id}")
        .forEach(path -> raw.put("GET ManagementResource/" + path, List.of("?count", "?start")));
    raw.put("DELETE ManagementResource/clients/{id}", List.of());
    return raw;
  }

  /** Doors that read a request themselves, of which the list above says. */
  static Map<String, List<String>> rawFields() {
    return RAW;
  }

  /** How many requests it took. */
  int walk() {
    List<Door> doors = RestDoors.all();
    int requests = 0;
    for (Door door : doors) {
      for (Payload payload : Payload.values()) {
        requests += walk(door, payload);
      }
    }
    return requests;
  }

  private int walk(Door door, Payload payload) {
    List<HttpRequest.Builder> requests = new ArrayList<>();
    door.fields().forEach(field -> requests.add(request(door, field, payload)));
    door.body()
        .map(type -> new RecordFields(type, usual))
        .ifPresent(
            body -> {
              for (String name : body.names()) {
                String json = body.object(name, Payload.quoted(payload.text));
                requests.add(json(door, json));
              }
            });
    for (String name : RAW.getOrDefault(door.name(), List.of())) {
      requests.add(
          switch (name.charAt(0)) {
            case '?' -> request(door, new Field(Part.QUERY, name.substring(1)), payload);
            case '=' -> request(door, new Field(Part.FORM, name.substring(1)), payload);
            default -> json(door, "{\"%s\":%s}".formatted(name, Payload.quoted(payload.text)));
          });
    }
    requests.forEach(request -> send(door, payload, request));
    return requests.size();
  }

  private void send(Door door, Payload payload, HttpRequest.Builder request) {
    HttpResponse<String> response = browser.get().send(request);
    answers.check(door.name() + " " + payload + " " + response.request().uri(), response);
  }

  private HttpRequest.Builder json(Door door, String body) {
    return HttpRequest.newBuilder(server.url(path(door, "", "")))
        .header("Content-Type", "application/json")
        .method(door.verb(), BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(Door door, Field field, Payload payload) {
    String text = payload.encoded();
    String path = path(door, field.part() == Part.PATH ? field.name() : "", text);
    String query = field.part() == Part.QUERY ? "?" + field.name() + "=" + text : "";
    HttpRequest.Builder request = HttpRequest.newBuilder(server.url(path + query));
    if (field.part() == Part.HEADER) {
      // What a header cannot carry, the walk of headers tries.
      request.header(field.name(), payload.text.replaceAll("[^ -~]", " "));
    }
    boolean form = field.part() == Part.FORM;
    String type = form ? "application/x-www-form-urlencoded" : "application/json";
    String body =
        form
            ? field.name() + "=" + text
            : door.body().map(known -> new RecordFields(known, usual).object("", "")).orElse("");
    return request.header("Content-Type", type).method(door.verb(), BodyPublishers.ofString(body));
  }

  private String path(Door door, String field, String text) {
    String path = door.path();
    for (Field one : door.fields()) {
      String name = "{" + one.name() + "}";
      String value = usual.getOrDefault(one.name(), "\"x\"").replace("\"", "");
      path = path.replace(name, one.name().equals(field) ? text : Payload.encoded(value));
    }
    return path.replace("{door}", "whep");
  }
}
