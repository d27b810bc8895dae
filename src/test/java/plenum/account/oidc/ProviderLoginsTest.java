package plenum.account.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.account.AccountRefused;
import plenum.account.oidc.ProviderForTests.Fault;
import plenum.account.oidc.ProviderLogins.LoggedOut;
import plenum.account.oidc.ProviderLogins.Returned;
import plenum.account.oidc.ProviderLogins.Sent;
import plenum.settings.OidcSettings;
import plenum.testing.Waiting;

class ProviderLoginsTest {

  private static final URI CALLBACK = URI.create("https://meet.example/plenum/api/oidc/callback");

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final ProviderForTests provider = new ProviderForTests();
  private final ProviderLogins logins = logins("realm_access.roles");

  private ProviderLogins logins(String groupsClaim) {
    return logins(groupsClaim, OidcSettings.ClientAuth.DISCOVERED);
  }

  private ProviderLogins logins(String groupsClaim, OidcSettings.ClientAuth auth) {
    return new ProviderLogins(
        new OidcSettings(
            Optional.of(provider.issuer()),
            ProviderForTests.CLIENT,
            Optional.of(ProviderForTests.SECRET),
            auth,
            List.of("openid", "profile"),
            "preferred_username",
            "name",
            groupsClaim,
            Duration.ofSeconds(60),
            Duration.ofSeconds(2),
            Optional.empty(),
            Optional.empty()));
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private Returned login() {
    Sent sent = logins.send(CALLBACK, "/plenum/people");
    return logins.take(CALLBACK, provider.visit(sent.address()), sent.cookie());
  }

  private Optional<Returned> tried() {
    try {
      return Optional.of(login());
    } catch (AccountRefused refused) {
      return Optional.empty();
    }
  }

  private String refusal(Runnable act) {
    return assertThrows(AccountRefused.class, act::run).code();
  }

  /** Groups are kept a line each, and those of administrators are known by their names. */
  @Test
  void takesNoGroupForTwo() {
    provider.say(
        "realm_access",
        Map.of(
            "roles", List.of("x\nplenum-admins", "y\r\nplenum-admins", "a\u0000", "Ärzte", " ")));
    assertEquals(Set.of("Ärzte"), login().person().groups());
  }

  @Test
  void showsItsSecretWhereASettingSays() {
    provider.takeTheSecretInTheBody();
    assertEquals("login-failed", refusal(this::login));
    ProviderLogins other = logins("groups", OidcSettings.ClientAuth.POST);
    Sent sent = other.send(CALLBACK, "/");
    Returned returned = other.take(CALLBACK, provider.visit(sent.address()), sent.cookie());
    assertEquals("ada", returned.person().login().value());
  }

  /** As Keycloak tells them to a client without further settings. */
  @Test
  void takesGroupsOutOfTheAccessTokenWhereTheyAreThereAlone() {
    Map<String, Object> roles = Map.of("roles", List.of("admins", "staff"));
    provider.sayInAccessTokens(
        Map.of("realm_access", roles, "azp", ProviderForTests.CLIENT, "name", "Eve"));
    Returned returned = login();
    assertEquals(Set.of("admins", "staff"), returned.person().groups());
    assertEquals("Ada Lovelace", returned.person().name());

    provider.sayInAccessTokens(Map.of("azp", "another"));
    assertEquals(Set.of(), login().person().groups(), "of another client");
    provider.sayInAccessTokens(Map.of("azp", ProviderForTests.CLIENT, "sub", "4712"));
    assertEquals(Set.of(), login().person().groups(), "of another person");
    provider.sayInAccessTokens(Map.of("sub", "4711", "iss", "https://other.example"));
    assertEquals(Set.of(), login().person().groups(), "of another provider");

    provider.sayInAccessTokens(Map.of("iss", provider.issuer().toString()));
    assertEquals(Set.of("admins", "staff"), login().person().groups());
    provider.say("realm_access", Map.of("roles", List.of("guests")));
    assertEquals(Set.of("guests"), login().person().groups(), "what the ID token says counts");
  }

  @Test
  void letsNobodyInWithoutGroupsSinceKeysOfAccessTokensCannotBeHad() {
    Map<String, Object> roles = Map.of("roles", List.of("staff"));
    provider.sayInAccessTokens(Map.of("realm_access", roles, "azp", ProviderForTests.CLIENT));
    assertEquals(Set.of("staff"), login().person().groups());

    provider.rotateForAccessTokens();
    provider.fault("/keys", Optional.of(Fault.BROKEN));
    assertEquals("login-busy", refusal(this::login));
  }

  @Test
  void knowsWhoComesBack() {
    provider.say("realm_access", Map.of("roles", List.of("admins", "staff", 5)));
    Returned returned = login();

    assertEquals("oidc " + provider.issuer() + " 4711", returned.person().key());
    assertEquals("ada", returned.person().login().value());
    assertEquals("Ada Lovelace", returned.person().name());
    assertEquals(Set.of("admins", "staff"), returned.person().groups());
    assertEquals("/plenum/people", returned.next());
  }

  @Test
  void asksByCodeAndPkce() {
    String query = logins.send(CALLBACK, "/").address().getQuery();

    assertTrue(query.contains("response_type=code"), query);
    assertTrue(query.contains("code_challenge_method=S256"), query);
    assertTrue(query.contains("redirect_uri=" + CALLBACK), query);
    assertTrue(query.contains("nonce=") && query.contains("state="), query);
  }

  @Test
  void takesNobodyWithAnothersState() {
    Sent ours = logins.send(CALLBACK, "/");
    Sent others = logins.send(CALLBACK, "/");
    Map<String, String> back = provider.visit(others.address());

    assertEquals("login-failed", refusal(() -> logins.take(CALLBACK, back, ours.cookie())));
    assertEquals("login-failed", refusal(() -> logins.take(CALLBACK, back, "")));
    assertEquals(
        "login-failed",
        refusal(
            () ->
                logins.take(
                    CALLBACK, Map.of("error", "access_denied", "state", "x"), ours.cookie())));
  }

  @Test
  void takesACodeOnce() {
    Sent sent = logins.send(CALLBACK, "/");
    Map<String, String> back = provider.visit(sent.address());
    logins.take(CALLBACK, back, sent.cookie());
    assertEquals("login-failed", refusal(() -> logins.take(CALLBACK, back, sent.cookie())));
  }

  @Test
  void takesNoTokenForOthersOrOfOthers() {
    provider.say("aud", "another-client");
    assertEquals("login-failed", refusal(this::login));
    provider.say("aud", ProviderForTests.CLIENT);
    provider.say("iss", "https://evil.example");
    assertEquals("login-failed", refusal(this::login));
    provider.say("iss", provider.issuer().toString());
    provider.say("nonce", "replayed");
    assertEquals("login-failed", refusal(this::login));
  }

  @Test
  void takesNoTokenThatNobodySigned() {
    login();
    provider.unsigned();
    assertEquals("login-failed", refusal(this::login));
  }

  @Test
  void bearsClocksThatDifferALittle() {
    provider.late(Duration.ofSeconds(50));
    assertEquals("ada", login().person().login().value());
    provider.late(Duration.ofSeconds(120));
    assertEquals("login-failed", refusal(this::login));
  }

  @Test
  void followsAChangeOfKeys() {
    login();
    provider.rotate();
    assertEquals("ada", login().person().login().value());
  }

  /** What the provider says of itself was asked for less than an hour ago, and holds no longer. */
  @Test
  void followsAChangeOfHowItSigns() {
    login();
    provider.changeAlgorithm();
    assertEquals("login-failed", refusal(this::login));
    Optional<Returned> again =
        Waiting.until(
            "the provider's other algorithm",
            Duration.ofSeconds(20),
            this::tried,
            Optional::isPresent);
    assertEquals("ada", again.orElseThrow().person().login().value());
  }

  private void move(String path) {
    provider.move(path, provider.issuer().resolve("/moved" + path));
  }

  @Test
  void findsWhatTheProviderSaysOfItselfElsewhere() {
    move(DISCOVERY);
    move("/keys");
    assertEquals("ada", login().person().login().value());
    assertEquals(1, provider.served("/moved" + DISCOVERY));
  }

  @Test
  void takesNoSecretElsewhere() {
    provider.sayWhenAsked(Map.of("sub", "4711", "realm_access.roles", "staff"));
    move("/info");
    assertEquals(Set.of(), login().person().groups());
    move("/token");
    assertEquals("login-failed", refusal(this::login));
    assertEquals(0, provider.served("/moved/info") + provider.served("/moved/token"));
  }

  @Test
  void waitsForNoProviderAtTheStartAndFindsItLater() {
    provider.stop();
    assertEquals("login-busy", refusal(() -> logins.send(CALLBACK, "/")));
    provider.startAgain();
    assertEquals("ada", login().person().login().value());
  }

  @Test
  void endsTheProvidersLoginToo() {
    Returned returned = login();
    URI back = URI.create("https://meet.example/login");
    String address = logins.logout(Optional.of(returned.token()), back).orElseThrow().toString();

    assertTrue(address.startsWith(provider.issuer() + "/logout?"), address);
    assertTrue(address.contains("id_token_hint=" + returned.token().getParsedString()), address);
    assertTrue(address.contains("post_logout_redirect_uri=https%3A%2F%2Fmeet.example"), address);
    assertTrue(address.contains("client_id=" + ProviderForTests.CLIENT), address);
  }

  private String logout(String claim, Object value) {
    return provider.logoutToken(java.util.Collections.singletonMap(claim, value));
  }

  @Test
  void hearsWhoseLoginsAreOver() {
    LoggedOut all = logins.loggedOut(provider.logoutToken(Map.of()));
    assertEquals(Optional.of("oidc " + provider.issuer() + " 4711"), all.person());
    assertEquals(Optional.empty(), all.session());
    LoggedOut one = logins.loggedOut(logout("sid", "session-8"));
    assertEquals(Optional.of("session-8"), one.session());
    LoggedOut nameless = logins.loggedOut(provider.logoutToken(named("sid", "s", "sub", null)));
    assertEquals(Optional.empty(), nameless.person());
    provider.rotate();
    assertEquals(all.person(), logins.loggedOut(provider.logoutToken(Map.of())).person());
  }

  private static Map<String, Object> named(String a, Object b, String c, Object d) {
    Map<String, Object> map = new HashMap<>();
    map.put(a, b);
    map.put(c, d);
    return map;
  }

  private String logoutRefusal(String token) {
    return refusal(() -> logins.loggedOut(token));
  }

  @Test
  void takesNoLogoutThatIsNoneOfTheProvidersForThisSite() {
    assertEquals("logout-invalid", logoutRefusal(""));
    assertEquals("logout-invalid", logoutRefusal("a.b.c"));
    assertEquals("logout-invalid", logoutRefusal(logout("iss", "https://evil.example")));
    assertEquals("logout-invalid", logoutRefusal(logout("aud", "another-client")));
    assertEquals("logout-invalid", logoutRefusal(logout("events", null)));
    assertEquals("logout-invalid", logoutRefusal(logout("events", Map.of("other", Map.of()))));
    assertEquals("logout-invalid", logoutRefusal(logout("nonce", "n")), "an ID token has one");
    assertEquals("logout-invalid", logoutRefusal(logout("sub", null)), "of nobody");
    assertEquals("logout-invalid", logoutRefusal(logout("jti", null)));
    assertEquals("logout-invalid", logoutRefusal(logout("iat", null)));
    try (ProviderForTests stranger = new ProviderForTests()) {
      String forged = stranger.logoutToken(Map.of("iss", provider.issuer().toString()));
      assertEquals("logout-invalid", logoutRefusal(forged));
    }
    Returned returned = login();
    assertEquals("logout-invalid", logoutRefusal(returned.token().getParsedString()));
    provider.unsigned();
    assertEquals("logout-invalid", logoutRefusal(provider.logoutToken(Map.of())));
  }

  /** Who sends them needs no login, and names keys that nobody has. */
  @Test
  void asksTheProviderNoMoreForLogoutsThatAreMadeUp() {
    login();
    int asked = provider.served("/keys");
    try (ProviderForTests stranger = new ProviderForTests()) {
      for (int i = 0; i < 12; i++) {
        String forged = stranger.logoutToken(Map.of("iss", provider.issuer().toString()));
        assertEquals("logout-invalid", logoutRefusal(forged));
      }
    }
    assertTrue(provider.served("/keys") <= asked + 1, "keys are looked for anew once at most");
    provider.rotate();
    assertEquals("login-busy", refusal(this::login), "until keys may be asked for again");
    assertEquals("login-busy", refusal(this::login));
    assertEquals(1, provider.served(DISCOVERY));
  }

  @Test
  void takesALogoutOnceAndSoon() {
    String token = provider.logoutToken(Map.of());
    logins.loggedOut(token);
    assertEquals("logout-invalid", logoutRefusal(token), "again");
    long now = java.time.Instant.now().getEpochSecond();
    String old = provider.logoutToken(named("iat", now - 200, "exp", now + 100));
    assertEquals("logout-invalid", logoutRefusal(old));
    assertEquals("logout-invalid", logoutRefusal(logout("exp", now - 100)));
    assertEquals("logout-invalid", logoutRefusal(logout("iat", now + 100)));
    provider.stop();
  }

  /** As Glewlwyd 2.7.5 sends it, by a draft of the standard. */
  @Test
  void takesALogoutThatDoesNotSayWhenItEnds() {
    String token = logout("exp", null);
    assertEquals(
        Optional.of("oidc " + provider.issuer() + " 4711"), logins.loggedOut(token).person());
    assertEquals("logout-invalid", logoutRefusal(token), "again");
    long now = java.time.Instant.now().getEpochSecond();
    String old = provider.logoutToken(named("iat", now - 200, "exp", null));
    assertEquals("logout-invalid", logoutRefusal(old));
    assertEquals(
        "logout-invalid", logoutRefusal(provider.logoutToken(named("iat", null, "exp", null))));
  }

  @Test
  void asksForWhatTheTokenDoesNotSay() {
    provider.sayWhenAsked(
        Map.of("sub", "4711", "realm_access.roles", "staff", "name", "Somebody else"));
    Returned returned = login();
    assertEquals(Set.of("staff"), returned.person().groups());
    assertEquals("Ada Lovelace", returned.person().name(), "what is signed counts");
  }

  /** Nobody is called otherwise, or loses a group, since the provider is ill for a moment. */
  @ParameterizedTest
  @CsvSource({
    "/keys, BROKEN", "/keys, SLOW", "/keys, LONG",
    "/token, BROKEN", "/token, SLOW", "/token, LONG",
    "/info, BROKEN", "/info, SLOW", "/info, LONG"
  })
  void saysThatTheProviderIsAwayWhenItAnswersBadly(String path, Fault fault) {
    provider.sayWhenAsked(Map.of("sub", "4711", "realm_access.roles", "staff"));
    provider.fault(path, Optional.of(fault));
    assertEquals("login-busy", refusal(this::login));
    provider.fault(path, Optional.empty());
    assertEquals(Set.of("staff"), login().person().groups());
  }

  @Test
  void takesNothingThatIsToldOfSomebodyElse() {
    provider.sayWhenAsked(Map.of("sub", "666", "realm_access.roles", "admins"));
    assertEquals("login-failed", refusal(this::login));
  }

  @Test
  void takesNoCodeThatCameWithAnotherState() {
    Sent sent = logins.send(CALLBACK, "/");
    String code = provider.visit(sent.address()).get("code");
    Map<String, String> back = Map.of("code", code, "state", "another");
    assertEquals("login-failed", refusal(() -> logins.take(CALLBACK, back, sent.cookie())));
  }
}
