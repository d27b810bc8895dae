package plenum.media.srs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.media.StreamId;

/**
 * What an answer's Location says. SRS does not decode it, so it must go back byte for byte: {@code
 * /rtc/v1/whip/?action=delete&token=T&app=A&stream=S&session=SERVER:CLIENT}.
 */
record Location(String session, String token) {

  private static final Pattern SESSION = Pattern.compile("[?&]session=([A-Za-z0-9+/:=_-]+)");
  private static final Pattern TOKEN = Pattern.compile("[?&]token=([A-Za-z0-9_-]+)");
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9+/:=_-]{1,512}");

  static Location parse(String location) throws SrsFailure {
    Matcher session = SESSION.matcher(location);
    Matcher token = TOKEN.matcher(location);
    if (!session.find() || !token.find()) {
      throw new SrsFailure(SrsFailure.Cause.WRONG, "its Location has no session or no token");
    }
    return new Location(session.group(1), token.group(1));
  }

  /**
   * @throws IllegalArgumentException when a part, which may be a client's, has other letters
   */
  String of(StreamId stream) {
    if (!SAFE.matcher(session).matches() || !SAFE.matcher(token).matches()) {
      throw new IllegalArgumentException("not a session of SRS");
    }
    return "/rtc/v1/whip/?action=delete&token=%s&app=%s&stream=%s&session=%s"
        .formatted(token, stream.app(), stream.name(), session);
  }
}
