package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import plenum.database.DatabaseAway;
import plenum.records.RecordsRefused;

/** Reads what is kept, and tells once on a page when it cannot be read now. */
@RequestScoped
public class Kept {

  @Inject Acts acts;

  private boolean away;

  /** What is kept; nothing while the database does not answer. */
  public <T> List<T> list(Supplier<List<T>> question) {
    if (away) {
      return List.of();
    }
    try {
      return question.get();
    } catch (RecordsRefused | DatabaseAway noAnswer) {
      away = true;
      acts.failed("page.admin.away");
      return List.of();
    }
  }
}
