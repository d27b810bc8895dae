package plenum.engine;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What client and engine name each other by in connectivity checks (RFC 8445), and where the engine
 * is. It changes with each ICE restart (RFC 8445 section 9).
 *
 * @param userFragment the engine's; another one after each restart
 * @param password the engine's, a secret of the two ends
 * @param remoteUserFragment the client's
 * @param earlier the client's before its latest restarts, which it may not take again
 * @param candidates where the engine is, the preferred first: what SDP has behind {@code a=} (RFC
 *     8839 section 5.1)
 */
public record IceSession(
    String userFragment,
    String password,
    String remoteUserFragment,
    Set<String> earlier,
    List<String> candidates) {

  public IceSession {
    Objects.requireNonNull(userFragment, "the engine has a user name fragment");
    Objects.requireNonNull(password, "the engine has a password");
    Objects.requireNonNull(remoteUserFragment, "the client has a user name fragment");
    earlier = Set.copyOf(earlier);
    candidates = List.copyOf(candidates);
  }

  /** Without the password: this may end in a log. */
  @Override
  public String toString() {
    return "IceSession[" + userFragment + ":" + remoteUserFragment + " at " + candidates + "]";
  }
}
