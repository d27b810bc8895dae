package plenum.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Keeps who could not join. */
@ApplicationScoped
public class ProblemKeeping {

  @Inject ProblemStore store;

  void keep(@Observes JoinFailed failed) {
    store.add(failed.problem());
  }
}
