package plenum.media.node;

import java.util.List;
import java.util.Set;

/**
 * What a client and a node name each other by in ICE, and where the node is.
 *
 * @param userFragment the node's; another one after each ICE restart
 * @param password the node's, a secret of the two ends; empty if it is not known here
 * @param remoteUserFragment the client's
 * @param earlier the client's before its latest ICE restarts, as far as the node knows
 * @param candidates where the node is, the preferred first: what SDP has behind {@code a=} (RFC
 *     8839 section 5.1)
 */
public record NodeIce(
    String userFragment,
    String password,
    String remoteUserFragment,
    Set<String> earlier,
    List<String> candidates) {

  public NodeIce {
    earlier = Set.copyOf(earlier);
    candidates = List.copyOf(candidates);
  }

  /** The names that a session began with, {@code server:client}. */
  public static NodeIce of(String session) {
    int colon = session.indexOf(':');
    String own = session.substring(0, Math.max(0, colon));
    return new NodeIce(own, "", session.substring(colon + 1), Set.of(), List.of());
  }

  /** By which the session's state in ICE is told from others (RFC 9725 section 4.3). */
  public String tag() {
    return '"' + userFragment + '"';
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "NodeIce[" + userFragment + ":" + remoteUserFragment + "]";
  }
}
