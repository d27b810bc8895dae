package plenum.media.doors;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.security.SecureRandom;

/** What every JSON answer of SRS begins with. */
public final class Envelope {

  private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

  private final String server = "vid-" + random(7);
  private final String service = random(8);
  private final String pid = Long.toString(ProcessHandle.current().pid());

  /**
   * The beginning of an answer; {@code service} changes with every start, by which clients of SRS
   * notice a restart.
   */
  public JsonObjectBuilder answer(int code) {
    return Json.createObjectBuilder()
        .add("code", code)
        .add("server", server)
        .add("service", service)
        .add("pid", pid);
  }

  private static String random(int length) {
    return new SecureRandom()
        .ints(length, 0, LETTERS.length())
        .collect(
            StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
        .toString();
  }
}
