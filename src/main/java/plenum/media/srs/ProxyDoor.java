package plenum.media.srs;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.http.Query;
import plenum.media.MediaRefusal;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.stream.Doorkeeper;

/**
 * Judges requests that a reverse proxy is about to hand to SRS by itself. The ticket is looked at
 * here and used up by the hook that follows.
 */
public final class ProxyDoor {

  private static final Pattern PATH =
      Pattern.compile("/rtc/v1/(whip|whep|whip-play)/\\?([^#]{1,4096})");
  private static final String BEARER = "bearer ";
  private static final int MAY = 204;
  private static final int NO_TICKET = 401;
  private static final int MAY_NOT = 403;

  private final Doorkeeper doorkeeper;

  ProxyDoor(Doorkeeper doorkeeper) {
    this.doorkeeper = doorkeeper;
  }

  /**
   * @param uri path and query, as the client sent them
   * @return 204, 401 or 403
   */
  int judge(String uri, String method, Optional<String> authorization) {
    Matcher path = PATH.matcher(uri);
    if (!path.matches()) {
      return MAY_NOT;
    }
    Query query = Query.parse(path.group(2));
    return switch (method) {
      case "OPTIONS" -> MAY;
      case "DELETE" -> query.get("token").isPresent() ? MAY : MAY_NOT;
      case "POST" -> offer(path.group(1), query, authorization);
      default -> MAY_NOT;
    };
  }

  private int offer(String door, Query query, Optional<String> authorization) {
    boolean publish =
        door.equals("whip") && query.get("action").orElse("publish").equals("publish");
    Map<String, String> parameters = query.parameters();
    Optional<String> ticket =
        query.get("ticket").or(() -> query.get("token")).or(() -> bearer(authorization));
    try {
      doorkeeper.require(
          publish ? StreamAction.PUBLISH : StreamAction.PLAY,
          ticket,
          new StreamId(parameters.getOrDefault("app", ""), parameters.getOrDefault("stream", "")));
      return MAY;
    } catch (MediaRefusal refusal) {
      return refusal.reason() == MediaRefusal.Reason.NO_TICKET ? NO_TICKET : MAY_NOT;
    }
  }

  private static Optional<String> bearer(Optional<String> authorization) {
    return authorization
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()).trim());
  }
}
