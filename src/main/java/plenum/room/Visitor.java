package plenum.room;

import java.util.Objects;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;

/**
 * Somebody who asks for a seat.
 *
 * @param session the connection that asks
 * @param id who it is
 * @param name how the person is called
 * @param page the page behind the connection, the same again when the connection is another one
 */
public record Visitor(SessionId session, PersonId id, DisplayName name, String page) {

  public Visitor {
    Objects.requireNonNull(session, "a visitor has a session");
    Objects.requireNonNull(id, "a visitor has an id");
    Objects.requireNonNull(name, "a visitor has a name");
    Objects.requireNonNull(page, "a visitor has a page");
  }
}
