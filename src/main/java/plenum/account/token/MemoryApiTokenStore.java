package plenum.account.token;

import java.util.List;

/** Keeps tokens nowhere: where there are no accounts, nobody has one. */
public final class MemoryApiTokenStore implements ApiTokenStore {

  @Override
  public List<ApiToken> all() {
    return List.of();
  }

  @Override
  public void add(ApiToken token) {
    // Known until the server stops.
  }

  @Override
  public void used(ApiToken token) {
    // The same.
  }

  @Override
  public void remove(String id) {
    // The same.
  }
}
