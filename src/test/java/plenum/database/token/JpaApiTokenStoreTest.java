package plenum.database.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.account.token.ApiToken;
import plenum.database.WithDatabase;
import plenum.identity.PersonId;
import plenum.identity.Scope;

class JpaApiTokenStoreTest extends WithDatabase {

  private static final Instant NOW = Instant.parse("2026-10-25T00:30:05Z");

  private JpaApiTokenStore tokens;

  @Override
  protected void opened() {
    tokens = new JpaApiTokenStore(database, queue);
  }

  private static ApiToken token(String id, Optional<Instant> used, Scope... scopes) {
    return new ApiToken(
        id,
        id.repeat(20),
        new PersonId("p".repeat(22)),
        "Back-up \uD83D\uDE80 '\"\\",
        Set.of(scopes),
        NOW,
        NOW.plusSeconds(3600),
        used);
  }

  @Test
  void keepsEverythingOfAToken() {
    ApiToken one = token("one", Optional.empty(), Scope.READ);
    ApiToken all = token("all", Optional.of(NOW), Scope.values());
    List.of(one, all).forEach(tokens::add);
    restart();
    assertEquals(Set.of(one, all), new HashSet<>(tokens.all()));
  }

  @Test
  void keepsWhenItWasUsedAndNothingThatIsRemoved() {
    tokens.add(token("one", Optional.empty(), Scope.READ));
    tokens.add(token("two", Optional.empty(), Scope.READ));
    tokens.used(token("one", Optional.of(NOW), Scope.READ));
    tokens.remove("two");
    tokens.used(token("two", Optional.of(NOW), Scope.READ));
    tokens.remove("never there");
    restart();
    assertEquals(List.of(token("one", Optional.of(NOW), Scope.READ)), tokens.all());
  }
}
