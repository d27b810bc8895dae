package plenum.identity;

import java.util.Objects;

/**
 * One connection of one browser tab.
 *
 * @param value unguessable, and never told to anybody
 */
public record SessionId(String value) {

  public SessionId {
    Objects.requireNonNull(value, "a session id has a value");
  }

  /** A new connection's. */
  public static SessionId fresh() {
    return new SessionId(RandomText.unguessable());
  }
}
