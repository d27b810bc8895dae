package plenum.account.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.account.AccountRefused;
import plenum.account.oidc.ProviderLogins.Returned;
import plenum.account.oidc.ProviderLogins.Sent;
import plenum.settings.OidcSettings;

class ProviderLoginsTest {

  private static final URI CALLBACK = URI.create("https://meet.example/plenum/api/oidc/callback");

  private final ProviderForTests provider = new ProviderForTests();
  private final ProviderLogins logins = logins("realm_access.roles");

  private ProviderLogins logins(String groupsClaim) {
    return new ProviderLogins(
        new OidcSettings(
            Optional.of(provider.issuer()),
            ProviderForTests.CLIENT,
            Optional.of(ProviderForTests.SECRET),
            List.of("openid", "profile"),
            "preferred_username",
            "name",
            groupsClaim,
            Duration.ofSeconds(60),
            Duration.ofSeconds(2),
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

  private String refusal(Runnable act) {
    return assertThrows(AccountRefused.class, act::run).code();
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
}
