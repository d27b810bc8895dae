package plenum.presence;

import java.util.List;
import java.util.Optional;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;

/** The people online. Thread-safe; calls return at once. */
public interface Presence {

  /**
   * A session begins.
   *
   * @throws PresenceRefused when the name is taken or a limit is reached; nothing changed then
   */
  void connect(SessionId session, PersonId person, DisplayName name);

  /**
   * A session ended; does nothing for an unknown one.
   *
   * @param saidGoodbye whether the browser closed it (a reload, a closed tab), so that there is
   *     less to wait for than after a broken connection
   */
  void disconnect(SessionId session, boolean saidGoodbye);

  /** What one tab says now; does nothing for a session that is over. */
  void update(SessionId session, Availability availability);

  /**
   * A person wants to be called otherwise. For somebody who is not online only the check is made.
   *
   * @throws PresenceRefused {@code NAME_TAKEN}
   */
  void rename(PersonId person, DisplayName name);

  /** A person, if online. */
  Optional<OnlinePerson> person(PersonId person);

  /** Everybody online, in the order they came. */
  List<OnlinePerson> people();
}
