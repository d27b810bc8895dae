package plenum.room;

import java.time.Instant;
import java.util.Objects;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;

/**
 * Somebody who waits before a room until a moderator admits.
 *
 * @param session by which connection
 * @param since when
 */
public record Waiting(PersonId person, DisplayName name, SessionId session, Instant since) {

  public Waiting {
    Objects.requireNonNull(person, "somebody waits");
    Objects.requireNonNull(name, "whoever waits has a name");
    Objects.requireNonNull(session, "whoever waits does so by a connection");
    Objects.requireNonNull(since, "it began some time");
  }
}
