package plenum.quality;

import java.util.Objects;

/**
 * CDI event: somebody could not join with picture and sound. Fired by the thread that brought it,
 * so nobody who observes it may wait for anything.
 */
public record JoinFailed(JoinProblem problem) {

  public JoinFailed {
    Objects.requireNonNull(problem, "something failed");
  }
}
