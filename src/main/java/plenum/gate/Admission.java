package plenum.gate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.http.HeadCheck;
import plenum.http.Problem;
import plenum.http.Reply;
import plenum.http.RequestHead;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.settings.HttpSettings;
import plenum.text.Texts;

/** Decides whether a request's content is worth waiting for. */
final class Admission {

  /** A path, or all of the server; each escape is whole, and none is for the end of a text. */
  private static final Pattern TARGET =
      Pattern.compile("(?:/(?:[^%\\\\\\x00]|%(?!00)[0-9a-fA-F]{2})*+)?|\\*");

  private final int most;
  private final List<HeadCheck> checks;

  Admission(HttpSettings settings, List<HeadCheck> checks) {
    this.most = settings.bodyBytes();
    this.checks = List.copyOf(checks);
  }

  /**
   * Why the content is not waited for.
   *
   * @param announced the content's length in bytes, negative when it is not known
   * @param chunked whether it comes in chunks, and nothing else is said of its length
   */
  Optional<Reply> refusal(RequestHead head, long announced, boolean chunked) {
    if (!isWellFormed(head.path())) {
      return Optional.of(
          Problem.of(RequestRefused.malformed("malformed-request.path")).reply(head.reader()));
    }
    if (head.header().apply("Upgrade").filter(Admission::isWebSocket).isPresent()) {
      return Optional.of(isTooEarly(head.reader()));
    }
    Optional<String> coding = head.header().apply("Transfer-Encoding");
    if (coding.isPresent() && !(chunked && isClear(coding.get(), head))) {
      return Optional.of(
          Problem.of(RequestRefused.malformed("malformed-request.length")).reply(head.reader()));
    }
    if (head.header().apply("Expect").filter(Admission::isUnknown).isPresent()) {
      return Optional.of(refuse(head.reader(), Reason.EXPECTATION_FAILED, "expectation-failed"));
    }
    if (head.header().apply("Content-Encoding").filter(Admission::isPacked).isPresent()) {
      return Optional.of(
          refuse(head.reader(), Reason.UNSUPPORTED_CODING, "unsupported-coding")
              .with("Accept-Encoding", "identity"));
    }
    if (head.header().apply("Content-Type").filter(Admission::isInParts).isPresent()) {
      return Optional.of(
          refuse(head.reader(), Reason.UNSUPPORTED_CODING, "unsupported-coding.parts"));
    }
    if (announced > most) {
      return Optional.of(tooLong(head.reader()));
    }
    return check(head);
  }

  /** Why the doors themselves refuse a request by its head. */
  Optional<Reply> check(RequestHead head) {
    return checks.stream().map(check -> check.refusal(head)).flatMap(Optional::stream).findFirst();
  }

  /** Whether it is certain where the request ends, also for a proxy (RFC 9112, 6.1 and 6.3). */
  private static boolean isClear(String coding, RequestHead head) {
    return coding.strip().equalsIgnoreCase("chunked")
        && head.header().apply("Content-Length").isEmpty();
  }

  private static boolean isWebSocket(String upgrade) {
    return upgrade.toLowerCase(Locale.ROOT).contains("websocket");
  }

  /** Unpacked, it could be as long as it likes (RFC 9110, 8.4 and 15.5.16). */
  private static boolean isPacked(String coding) {
    return !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity");
  }

  /** No door takes it; the container would make a file of each part, before any page is asked. */
  private static boolean isInParts(String type) {
    return type.strip().regionMatches(true, 0, "multipart/", 0, "multipart/".length());
  }

  /** Nothing else can be expected (RFC 9110, 10.1.1). */
  private static boolean isUnknown(String expectation) {
    return !expectation.strip().equalsIgnoreCase("100-continue");
  }

  /**
   * Payara answers 200 to a path whose escapes are broken, and prints a stack; others it refuses
   * with an empty answer.
   */
  static boolean isWellFormed(String path) {
    return TARGET.matcher(path).matches();
  }

  static Reply isNoHttp1(Texts reader) {
    return Problem.of(RequestRefused.malformed("malformed-request.http-2")).reply(reader);
  }

  /** To who does not wait until a WebSocket is granted, as RFC 6455, 4.1 has it. */
  static Reply isTooEarly(Texts reader) {
    return Problem.of(RequestRefused.malformed("malformed-request.websocket")).reply(reader);
  }

  Reply tooLong(Texts reader) {
    return refuse(reader, Reason.TOO_LONG, "too-long.content", most);
  }

  static Reply refuse(Texts reader, Reason reason, String key, Object... values) {
    return Problem.of(new RequestRefused(reason, key, values)).reply(reader);
  }

  Content content() {
    return new Content(most);
  }
}
