package plenum.quality;

import java.util.List;
import plenum.identity.PersonId;

/** Keeps who could not join, for as long as the site wants. Thread-safe. */
public interface ProblemStore {

  /** Adds one; waits for nothing. */
  void add(JoinProblem problem);

  /**
   * The newest first.
   *
   * @param first how many to leave out
   * @param most how many to tell
   */
  List<JoinProblem> newest(int first, int most);

  /** The same of one person. */
  List<JoinProblem> ofPerson(PersonId person, int first, int most);

  /**
   * Deletes what is kept of somebody, also what waits to be written; others' problems do not name
   * that one any more. Waits for nothing.
   */
  void erase(PersonId person);
}
