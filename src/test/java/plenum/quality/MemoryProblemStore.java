package plenum.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import plenum.identity.PersonId;

/** Keeps nothing over a restart. */
final class MemoryProblemStore implements ProblemStore {

  private final List<JoinProblem> problems = new ArrayList<>();

  @Override
  public synchronized void add(JoinProblem problem) {
    problems.add(problem);
  }

  @Override
  public List<JoinProblem> newest(int first, int most) {
    return found(problem -> true, first, most);
  }

  @Override
  public List<JoinProblem> ofPerson(PersonId person, int first, int most) {
    return found(problem -> problem.person().equals(person), first, most);
  }

  private synchronized List<JoinProblem> found(Predicate<JoinProblem> which, int first, int most) {
    return problems.stream()
        .filter(which)
        .sorted(Comparator.comparing(JoinProblem::at).reversed())
        .skip(first)
        .limit(most)
        .toList();
  }

  @Override
  public synchronized void erase(PersonId person) {
    problems.removeIf(problem -> problem.person().equals(person));
  }
}
