package plenum.gate;

import java.util.List;
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

  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

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
   */
  Optional<Reply> refusal(RequestHead head, long announced) {
    if (!isWellFormed(head.path())) {
      return Optional.of(
          Problem.of(RequestRefused.malformed("malformed-request.path")).reply(head.reader()));
    }
    boolean chunked = head.header().apply("Transfer-Encoding").isPresent();
    if (chunked && head.header().apply("Upgrade").isPresent()) {
      // Payara hands on what follows such a head as it came, chunks and all.
      return Optional.of(
          Problem.of(RequestRefused.malformed("malformed-request.upgrade")).reply(head.reader()));
    }
    if (announced > most) {
      return Optional.of(tooLong(head.reader()));
    }
    return checks.stream().map(check -> check.refusal(head)).flatMap(Optional::stream).findFirst();
  }

  /** Payara answers 200 to a path whose escapes are broken, and prints a stack. */
  static boolean isWellFormed(String path) {
    return !BROKEN_ESCAPE.matcher(path).find();
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
