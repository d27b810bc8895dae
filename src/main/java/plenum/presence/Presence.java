package plenum.presence;

import java.util.List;
import java.util.Optional;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;

/** The people online. Thread-safe; calls return at once. */
public interface Presence {

  /**
   * The actor's session begins; the actor is called so from now on.
   *
   * @throws PresenceRefused when the name is taken or a limit is reached; nothing changed then
   */
  void connect(Actor actor);

  /**
   * Nobody's act: a session ended, on purpose or not; does nothing for an unknown one.
   *
   * @param saidGoodbye whether the browser closed it (a reload, a closed tab), so that there is
   *     less to wait for than after a broken connection
   */
  void disconnect(SessionId session, boolean saidGoodbye);

  /** What the actor's tab says now; does nothing for a session that is over. */
  void update(Actor actor, Availability availability);

  /**
   * The actor wants to be called otherwise. For somebody who is not online only the check is made.
   *
   * @throws PresenceRefused {@code NAME_TAKEN}
   */
  void rename(Actor actor, DisplayName name);

  /**
   * Nobody's act: somebody is known no longer, and so is offline, and no name is kept for that one.
   */
  void forget(PersonId person);

  /** How somebody is called who is online, or for whom a name is kept. */
  Optional<DisplayName> nameOf(PersonId person);

  /** A person, if online. */
  Optional<OnlinePerson> person(PersonId person);

  /** Everybody online, in the order they came. */
  List<OnlinePerson> people();
}
