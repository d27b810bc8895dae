package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Supplier;
import plenum.database.DatabaseAway;
import plenum.records.RecordsRefused;

/** Reads what is kept, and tells once on a page when it cannot be read now. */
@Named("kept")
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
      fail();
      return List.of();
    }
  }

  /** The database does not answer. */
  public void fail() {
    away = true;
    acts.failed("page.admin.away");
  }

  /** Whether the database did not answer this request: tables say so where their lines would be. */
  public boolean isAway() {
    return away;
  }
}
