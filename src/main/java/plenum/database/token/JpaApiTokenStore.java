package plenum.database.token;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Consumer;
import plenum.account.AccountRefused;
import plenum.account.token.ApiToken;
import plenum.account.token.ApiTokenStore;
import plenum.database.Database;
import plenum.database.WriteQueue;

/** Keeps tokens in the database. */
public final class JpaApiTokenStore implements ApiTokenStore {

  private final Database database;
  private final WriteQueue queue;

  public JpaApiTokenStore(Database database, WriteQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public List<ApiToken> all() {
    return database.read(ApiTokenRow::all).stream().map(ApiTokenRow::token).toList();
  }

  @Override
  public void add(ApiToken token) {
    change(manager -> manager.persist(new ApiTokenRow(token)));
  }

  /** What waits here while the token is removed changes nothing. */
  @Override
  public void used(ApiToken token) {
    queue.put(
        "api token " + token.id(),
        manager ->
            manager
                .createQuery("update ApiTokenRow t set t.used = :used where t.id = :id")
                .setParameter("used", token.used().orElseThrow())
                .setParameter("id", token.id())
                .executeUpdate());
  }

  @Override
  public void remove(String id) {
    change(
        manager ->
            manager
                .createQuery("delete from ApiTokenRow t where t.id = :id")
                .setParameter("id", id)
                .executeUpdate());
  }

  private void change(Consumer<EntityManager> step) {
    database.keep(step, AccountRefused::unavailable);
  }
}
