package plenum.account;

import java.time.Instant;
import java.util.Objects;

/**
 * A link by which somebody chooses a password, once; whoever made it knows its token, and nobody
 * else does.
 *
 * @param hash of its token
 * @param until when it is good for nothing any more
 */
public record OneTimeLink(String hash, Instant until) {

  public OneTimeLink {
    Objects.requireNonNull(hash, "a link is known by its token's hash");
    Objects.requireNonNull(until, "a link is good for a time");
  }

  /** Whether it is good now for who has this token. */
  boolean opensWith(String token, Instant now) {
    return Token.fits(token, hash) && now.isBefore(until);
  }
}
