package plenum.web.account;

import java.util.Optional;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;

/** What a request has in its JSON, where a member may be missing. */
final class Given {

  private Given() {}

  /**
   * @throws RequestRefused when there is none
   */
  static <T> T body(T body) {
    return Optional.ofNullable(body)
        .orElseThrow(() -> new RequestRefused(Reason.BAD_REQUEST, "bad-request"));
  }

  /**
   * @throws RequestRefused when it is missing
   */
  static String text(String value, String member) {
    return Optional.ofNullable(value)
        .orElseThrow(() -> RequestRefused.malformed("malformed-request.member", member));
  }
}
