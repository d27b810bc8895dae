package plenum.media.node;

/**
 * A node's answer to an offer it accepted.
 *
 * @param session the ICE user names, {@code server:client}
 * @param token a secret known from the Location only; needed to end the session
 * @param sdp the answer, RFC 8866 text
 */
public record NodeAnswer(String session, String token, String sdp) {

  /** A session that is known by its node's public client id only. */
  public static NodeAnswer ofClient(String clientId) {
    return new NodeAnswer(clientId, "", "");
  }

  /** Whether {@code session} is a client id. */
  public boolean isOfClient() {
    return token.isEmpty();
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "NodeAnswer[session=" + session + "]";
  }
}
