package plenum.media;

/**
 * A node's answer to an offer it accepted.
 *
 * @param session the ICE user names, {@code server:client}
 * @param token a secret known from the Location only; needed to end the session
 * @param sdp the answer, RFC 8866 text
 */
public record NodeAnswer(String session, String token, String sdp) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "NodeAnswer[session=" + session + "]";
  }
}
