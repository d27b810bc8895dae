package plenum.admin.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import plenum.account.Token;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;

/** Entity tags (RFC 9110, section 8.8.3): which state of something a client has seen. */
final class Tags {

  private static final int LENGTH = 20;

  private Tags() {}

  /** The tag of something that is told as it is written by {@code toString}, as records are. */
  static EntityTag of(Object told) {
    return new EntityTag(Token.hash(told.toString()).substring(0, LENGTH));
  }

  /**
   * Looks whether the client means what there is now (RFC 9110, section 13.1.1).
   *
   * @throws RequestRefused {@code precondition-required} without an {@code If-Match}, {@code
   *     precondition-failed} when it names another state
   */
  static void requireMatch(HttpServletRequest request, Object told) {
    List<String> headers = Collections.list(request.getHeaders("If-Match"));
    if (headers.isEmpty()) {
      throw new RequestRefused(Reason.PRECONDITION_REQUIRED, "precondition-required.tag");
    }
    String own = '"' + of(told).getValue() + '"';
    boolean matches =
        headers.stream()
            .flatMap(header -> Arrays.stream(header.split(",")))
            .map(String::strip)
            .anyMatch(tag -> tag.equals("*") || tag.equals(own));
    if (!matches) {
      throw new RequestRefused(Reason.PRECONDITION_FAILED, "precondition-failed.tag");
    }
  }
}
