package plenum.media.ticket;

import java.util.List;

/**
 * TURN servers and how one person gets in; a page gives it to its connections as an {@code
 * RTCIceServer}.
 *
 * @param urls where they are
 * @param username when that expires, in seconds since 1970, and whose it is
 * @param credential a secret
 */
public record Relay(List<String> urls, String username, String credential) {

  public Relay {
    urls = List.copyOf(urls);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Relay[urls=" + urls + ", username=" + username + "]";
  }
}
