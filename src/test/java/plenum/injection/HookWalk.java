package plenum.injection;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;

/** Gives each member of each hook of SRS each payload, with the secret that lets it in. */
final class HookWalk {

  private static final List<String> ACTIONS =
      List.of("on_connect", "on_close", "on_publish", "on_unpublish", "on_play", "on_stop");

  private static final Map<String, String> USUAL = usual();

  private final PlenumServer server;
  private final String secret;
  private final Browser browser;
  private final Answers answers;

  HookWalk(PlenumServer server, String secret, Answers answers) {
    this.server = server;
    this.secret = secret;
    this.browser = new Browser(server);
    this.answers = answers;
  }

  private static Map<String, String> usual() {
    Map<String, String> usual = new LinkedHashMap<>();
    usual.put("server_id", "vid-1");
    usual.put("client_id", "c-1");
    usual.put("ip", "127.0.0.1");
    usual.put("vhost", "__defaultVhost__");
    usual.put("app", "live");
    usual.put("stream", "nobody");
    usual.put("param", "?ticket=x");
    usual.put("tcUrl", "rtmp://localhost/live");
    return usual;
  }

  /** How many requests it took. */
  int walk() {
    int requests = 0;
    for (Payload payload : Payload.values()) {
      for (String action : ACTIONS) {
        for (String field : USUAL.keySet()) {
          requests++;
          Map<String, String> call = new LinkedHashMap<>(USUAL);
          call.put(field, payload.text);
          send(action, call, field + " " + payload);
        }
      }
      send(payload.text, USUAL, "action " + payload);
      requests++;
    }
    return requests;
  }

  private void send(String action, Map<String, String> call, String what) {
    String members =
        call.entrySet().stream()
            .map(one -> ",\"%s\":%s".formatted(one.getKey(), Payload.quoted(one.getValue())))
            .collect(Collectors.joining());
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(server.url("/api/hooks/srs?secret=" + secret))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"action\":" + Payload.quoted(action) + members + "}")));
    String told = "hook " + action + " " + what;
    answers.check(told, answer);
    answers.check(answer.statusCode() != 403, told + " was not let in");
    boolean enters = action.equals("on_publish") || action.equals("on_play");
    answers.check(!enters || answer.body().contains("\"code\":1"), told + ": " + answer.body());
  }
}
