package plenum.room;

import plenum.identity.Actor;
import plenum.identity.PersonId;

/**
 * The stages of rooms: in each room one member at a time may show a screen. Thread-safe; calls
 * return at once. What cannot be done is thrown as {@link RoomRefused} and changed nothing; without
 * a seat it is {@code NOT_IN_A_ROOM}.
 *
 * <p>A stage frees itself when its holder shows nothing for a while, gives up the seat, or leaves
 * the page (a broken connection alone is waited for). Whenever somebody loses the stage, the screen
 * ends; when the stage becomes free, the requests for it are over, since everybody may take it.
 */
public interface Stages {

  /** The stage of a room; free for an unknown room. */
  StageState of(RoomId room);

  /**
   * Reserves the stage of the own room; does nothing when one has it.
   *
   * @throws RoomRefused {@code STAGE_BUSY} when somebody else has it
   */
  void take(Actor actor);

  /** Gives the stage back; does nothing when one has it not. */
  void leave(Actor actor);

  /**
   * Asks the holder for the stage; does nothing when one has it, or asked already.
   *
   * @throws RoomRefused {@code STAGE_FREE} when there is nobody to ask
   */
  void request(Actor actor);

  /** Asks no longer. */
  void withdraw(Actor actor);

  /**
   * The holder does not give the stage to somebody who asked; does nothing when that one asks no
   * longer.
   *
   * @throws RoomRefused {@code NOT_ON_STAGE} when one has not the stage
   */
  void decline(Actor actor, PersonId member);

  /**
   * The holder gives the stage to somebody who asked, for whom it is reserved then. Others go on
   * asking.
   *
   * @throws RoomRefused {@code NOT_ON_STAGE} when one has not the stage, {@code NO_SUCH_REQUEST}
   *     when that one asks no longer
   */
  void grant(Actor actor, PersonId member);

  /**
   * Frees the stage, whoever has it.
   *
   * @throws RoomRefused {@code NOT_ALLOWED} to whom {@link plenum.right.Rights} does not permit it
   */
  void takeBack(Actor actor);
}
