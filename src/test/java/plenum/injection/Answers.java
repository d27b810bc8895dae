package plenum.injection;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with answers to the walk's requests. */
final class Answers {

  private final List<String> wrong = new ArrayList<>();

  /** What was wrong, each in a line. */
  List<String> wrong() {
    return wrong;
  }

  void check(String what, HttpResponse<String> response) {
    fault(response)
        .ifPresent(fault -> wrong.add("%s: %s (%d)".formatted(what, fault, response.statusCode())));
  }

  void check(boolean right, String what) {
    if (!right) {
      wrong.add(what);
    }
  }

  private static Optional<String> fault(HttpResponse<String> response) {
    String body = response.body();
    boolean page = response.headers().firstValue("content-type").orElse("").contains("html");
    if (response.statusCode() >= 500) {
      return Optional.of("a failure " + shortened(body));
    }
    if (response.headers().firstValue("x-injected").isPresent()) {
      return Optional.of("a header was split");
    }
    if (body.contains(Payload.EVALUATED)) {
      return Optional.of("an expression was evaluated: " + shortened(body));
    }
    if (page && body.contains(Payload.ELEMENT)) {
      return Optional.of("a text became mark-up");
    }
    return body.contains("\tat ") || body.contains("Exception")
        ? Optional.of("it tells of our classes: " + shortened(body))
        : Optional.empty();
  }

  private static String shortened(String body) {
    return body.substring(0, Math.min(300, body.length())).replaceAll("\\s+", " ");
  }
}
