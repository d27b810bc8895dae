package plenum.account.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import plenum.account.AccountRefused;
import plenum.audit.AuditEntry;
import plenum.identity.Actor;
import plenum.identity.Grant;
import plenum.identity.PersonId;
import plenum.identity.Scope;
import plenum.settings.ApiSettings;
import plenum.testing.Actors;

class ApiTokensTest {

  private static final class Kept implements ApiTokenStore {
    private final Map<String, ApiToken> kept = new ConcurrentHashMap<>();
    private boolean away;

    @Override
    public List<ApiToken> all() {
      return List.copyOf(kept.values());
    }

    @Override
    public void add(ApiToken token) {
      kept.put(token.id(), token);
    }

    @Override
    public void used(ApiToken token) {
      kept.replace(token.id(), token);
    }

    @Override
    public void remove(String id) {
      if (away) {
        throw AccountRefused.unavailable();
      }
      kept.remove(id);
    }
  }

  private final Actor grace = Actors.administrator("Grace");
  private final Set<PersonId> administrators = new HashSet<>(Set.of(grace.person()));
  private final List<AuditEntry> trail = new ArrayList<>();
  private final Kept store = new Kept();
  private Instant now = Instant.parse("2026-11-28T12:00:00Z");
  private ApiTokens tokens = opened();

  private ApiTokens opened() {
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    return new ApiTokens(
        new ApiSettings(3, Duration.ofDays(30)),
        store,
        administrators::contains,
        actor -> administrators.contains(actor.person()) && actor.grant().isEmpty(),
        clock,
        trail::add);
  }

  private static ApiTokens.Wish wish(String name) {
    return new ApiTokens.Wish(name, Set.of(Scope.READ), Duration.ofDays(7));
  }

  private String made(String name) {
    return tokens.make(grace, wish(name)).text();
  }

  private String refusal(String text) {
    return assertThrows(TokenRefused.class, () -> tokens.by(text, Actors.HERE)).code();
  }

  private String refusal(Actor maker, ApiTokens.Wish wish) {
    return assertThrows(TokenRefused.class, () -> tokens.make(maker, wish)).code();
  }

  @Test
  void isRevokedWhenTheStoreKnowsSo() {
    String text = made("back-up");
    String id = tokens.by(text, Actors.HERE).id();
    store.away = true;
    assertThrows(AccountRefused.class, () -> tokens.revoke(grace, id));
    assertEquals("back-up", tokens.by(text, Actors.HERE).name());

    store.away = false;
    tokens.revoke(grace, id);
    assertEquals("token-invalid", refusal(text));
    assertEquals(List.of(), store.all());
  }

  @Test
  void endsAtOnceWithItsMakersRoleAndIsDeletedWhenTheStoreIsBack() {
    String text = made("back-up");
    store.away = true;
    administrators.clear();
    tokens.review(grace.person());
    administrators.add(grace.person());
    assertEquals("token-invalid", refusal(text));

    store.away = false;
    tokens.forgetOld();
    assertEquals(List.of(), store.all());
  }

  @Test
  void isKnownByItsTextAloneOfWhichNothingIsKept() {
    String text = made("back-up");
    ApiToken token = tokens.by(text, Actors.HERE);
    assertEquals("back-up", token.name());
    assertEquals(grace.person(), token.maker());
    assertEquals(Set.of(Scope.READ), token.grant().scopes());
    assertTrue(text.startsWith("plenum_") && text.length() > 50, text);
    assertFalse(store.kept.toString().contains(text.substring(7)), "the text is nowhere");
    assertFalse(trail.toString().contains(text.substring(7)), "also not in the trail");
    assertEquals("token-invalid", refusal(text + "x"));
    assertEquals("token-invalid", refusal(""));
  }

  @Test
  void outlivesARestart() {
    String text = made("back-up");
    tokens = opened();
    assertEquals("back-up", tokens.by(text, Actors.HERE).name());
  }

  @Test
  void isGoodUntilItsTimeIsOver() {
    String text = made("back-up");
    now = now.plus(Duration.ofDays(7)).minusSeconds(1);
    assertTrue(tokens.opens(text));
    assertEquals("back-up", tokens.by(text, Actors.HERE).name());
    now = now.plusSeconds(1);
    assertEquals("token-expired", refusal(text));
    int told = trail.size();
    assertFalse(tokens.opens(text));
    assertEquals(told, trail.size(), "nobody is told that somebody asked");
    assertTrue(tokens.isOver(tokens.all().get(0)));
    now = now.plus(Duration.ofDays(31));
    tokens.forgetOld();
    assertEquals(List.of(), tokens.all());
    assertEquals(Map.of(), store.kept);
  }

  @Test
  void endsForEverWhenItsMakerLooksAfterTheSiteNoLonger() {
    String text = made("back-up");
    administrators.clear();
    assertEquals("token-invalid", refusal(text), "at once");
    administrators.add(grace.person());
    assertEquals("back-up", tokens.by(text, Actors.HERE).name(), "nobody told of a change");

    tokens.review(grace.person());
    assertEquals("back-up", tokens.by(text, Actors.HERE).name());
    administrators.clear();
    tokens.review(grace.person());
    administrators.add(grace.person());
    assertEquals("token-invalid", refusal(text));
    assertEquals(Map.of(), store.kept);
    assertTrue(trail.stream().anyMatch(entry -> entry.act().equals("token-ended")));
  }

  @Test
  void isRevokedAtOnce() {
    String text = made("back-up");
    tokens.revoke(grace, tokens.all().get(0).id());
    assertEquals("token-invalid", refusal(text));
    assertEquals(Map.of(), store.kept);
    assertEquals(
        "no-such-token",
        assertThrows(TokenRefused.class, () -> tokens.revoke(grace, "gone")).code());
  }

  @Test
  void isMadeByPersonsWhoLookAfterTheSite() {
    Actor program = grace.by(new Grant("id", "back-up", Set.of(Scope.values())));
    assertEquals("persons-only", refusal(program, wish("mine")));
    assertEquals("persons-only", refusal(Actors.named("Mallory"), wish("mine")));
    made("back-up");
    String id = tokens.all().get(0).id();
    assertEquals(
        "persons-only", assertThrows(TokenRefused.class, () -> tokens.revoke(program, id)).code());
    assertEquals(1, tokens.all().size());
    tokens.revoke(grace.by(tokens.one(id).grant()), id);
    assertEquals(List.of(), tokens.all());
  }

  @Test
  void isForSomethingAndForATime() {
    assertEquals("token-name", refusal(grace, wish(" ")));
    assertEquals("token-name", refusal(grace, wish("x".repeat(61))));
    assertEquals(
        "token-scopes", refusal(grace, new ApiTokens.Wish("a", Set.of(), Duration.ofDays(1))));
    for (Duration wrong : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(31))) {
      assertEquals(
          "token-time", refusal(grace, new ApiTokens.Wish("a", Set.of(Scope.READ), wrong)));
    }
    List.of("a", "b", "c").forEach(this::made);
    assertEquals("too-many-tokens", refusal(grace, wish("d")));
  }

  @Test
  void tellsWhenItWasUsedButNotEachTime() {
    String text = made("back-up");
    assertEquals(Optional.empty(), tokens.all().get(0).used());
    Instant first = now;
    tokens.by(text, Actors.HERE);
    assertEquals(Optional.of(first), tokens.all().get(0).used());
    now = now.plusSeconds(59);
    tokens.by(text, Actors.HERE);
    assertEquals(Optional.of(first), tokens.all().get(0).used());
    now = now.plusSeconds(1);
    tokens.by(text, Actors.HERE);
    assertEquals(Optional.of(now), store.all().get(0).used());
  }

  @Test
  void isAudited() {
    made("back-up");
    refusal("wrong");
    tokens.revoke(grace, tokens.all().get(0).id());
    assertEquals(
        List.of("make-token DONE", "use-token REFUSED", "revoke-token DONE"),
        trail.stream().map(entry -> entry.act() + " " + entry.outcome()).toList());
    assertTrue(trail.get(0).detail().startsWith("[read] until 2026-12-05"), trail.get(0).detail());
  }
}
