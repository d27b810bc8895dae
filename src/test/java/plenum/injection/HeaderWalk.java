package plenum.injection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.testing.PlenumServer;
import plenum.testing.RawHttp;

/** Gives each header that is read each payload, as far as a header can carry it. */
final class HeaderWalk {

  private static final List<String> NAMES =
      List.of(
          "Accept",
          "Accept-Language",
          "Authorization",
          "Content-Type",
          "Cookie",
          "Faces-Request",
          "Host",
          "If-Match",
          "Origin",
          "Plenum-Client-Address",
          "Sec-Purpose",
          "Upgrade",
          "Upload-Offset",
          "User-Agent",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Original-Method",
          "X-Original-URI");

  /** Where a header's name is a constant, what that one is called. */
  private static final Set<String> BY_CONSTANTS =
      Set.of("CONTENT_TYPE", "OFFSET", "HEADER", "mark", "name");

  private static final Pattern READ =
      Pattern.compile(
          "(?:getHeaders?|HeaderParam)\\(\\s*(?:request, )?(?:\"([^\"]+)\"|(?:\\w+\\.)*(\\w+))\\)");

  private final PlenumServer server;
  private final Answers answers;

  HeaderWalk(PlenumServer server, Answers answers) {
    this.server = server;
    this.answers = answers;
  }

  /** What is read by name somewhere in the sources, and the walk does not know. */
  static Set<String> unknown() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(HeaderWalk::read)
          .filter(name -> !NAMES.contains(name) && !BY_CONSTANTS.contains(name))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static Stream<String> read(Path file) {
    try {
      return READ.matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1) == null ? found.group(2) : found.group(1));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** How many requests it took. */
  int walk() {
    int requests = 0;
    for (Payload payload : Payload.values()) {
      String text = payload.text.replaceAll("[\r\n\\x00]", " ").replace('\ud800', '\u00d8');
      for (String name : NAMES) {
        for (String path : List.of("/rooms", "/api/me", "/api/hooks/allow")) {
          requests++;
          check(name + ": " + payload + " at " + path, ask(path, name, text));
        }
      }
    }
    return requests;
  }

  private RawHttp.Answer ask(String path, String name, String text) {
    String host = name.equals("Host") ? text : "localhost:" + server.port();
    return RawHttp.ask(
        server,
        "GET " + path + " HTTP/1.1",
        "Host: " + host,
        name.equals("Host") ? "X-Test: 1" : name + ": " + text,
        "Connection: close");
  }

  private void check(String what, RawHttp.Answer answer) {
    boolean right = answer.status() > 0 && answer.status() < 500;
    answers.check(right, what + " is answered by " + answer.status());
    answers.check(answer.header("X-Injected").isEmpty(), what + ": a header was split");
    boolean text =
        answer.text().contains(Payload.ELEMENT) || answer.text().contains(Payload.EVALUATED);
    answers.check(!text, what + " was taken for more than text");
  }
}
