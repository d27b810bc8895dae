package plenum.account;

import java.util.Objects;
import java.util.Optional;
import plenum.identity.Identity;
import plenum.identity.Standing;

/**
 * Somebody at a door, whichever: a page, REST or the WebSocket.
 *
 * @param identity who it is, and called how
 * @param standing what that one is on this site
 * @param login by which the person is known who has an account; empty for a guest
 */
public record Visitor(Identity identity, Standing standing, Optional<Login> login) {

  public Visitor {
    Objects.requireNonNull(identity, "a visitor is somebody");
    Objects.requireNonNull(standing, "a guest has no standing");
    Objects.requireNonNull(login, "a guest has no login");
  }

  /** Somebody without an account. */
  public static Visitor guest(Identity identity) {
    return new Visitor(identity, Standing.NONE, Optional.empty());
  }

  /** Whether a guest link is all by which that one is here. */
  public boolean isOutsider() {
    return standing.isOutsider();
  }

  /** Whether it is nobody with an account. */
  public boolean isGuest() {
    return login.isEmpty();
  }
}
