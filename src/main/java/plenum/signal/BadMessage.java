package plenum.signal;

import java.util.OptionalLong;

/** What a client sent is not of the protocol. */
final class BadMessage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient OptionalLong request;

  BadMessage(String code, OptionalLong request, String message) {
    super(message, null, false, false);
    this.code = code;
    this.request = request;
  }

  String code() {
    return code;
  }

  OptionalLong request() {
    return request;
  }
}
