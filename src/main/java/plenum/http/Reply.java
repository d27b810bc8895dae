package plenum.http;

import java.util.HashMap;
import java.util.Map;

/** An HTTP answer. */
public record Reply(int status, Map<String, String> headers, String body) {

  public static final String JSON = "application/json";

  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply of(int status, String contentType, String body) {
    return new Reply(status, Map.of("Content-Type", contentType), body);
  }

  public static Reply empty(int status) {
    return new Reply(status, Map.of(), "");
  }

  public Reply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body);
  }
}
