package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import plenum.testing.PlenumServer;
import plenum.testing.Waiting;
import plenum.webhook.Receiver;

/** What an administrator does for programs and other servers. */
record InterfaceSteps(Page admin, PlenumServer server, Receiver receiver) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  ProgramSteps makesAToken() {
    makesAToken("Reader").findsOtherDoorsClosed();
    return makesAToken("Back-up", "act", "people", "settings");
  }

  private ProgramSteps makesAToken(String name, String... scopes) {
    admin.navigate(server.url("/admin/tokens").toString());
    admin.locator("#form\\:name").fill(name);
    for (String scope : scopes) {
      admin.locator("#form\\:" + scope).check();
    }
    AdministrationIT.button(admin.locator("#form"), "Make the token").click();
    assertThat(AdministrationIT.row(admin, name)).hasCount(1);
    String token = admin.locator("#once").inputValue();
    assertThat(admin.locator("#form\\:people")).not().isChecked();
    AdministrationIT.look("admin-tokens", admin);
    admin.reload();
    assertThat(admin.locator("#once")).hasCount(0);
    return new ProgramSteps(server, token);
  }

  void revokesTheToken() {
    admin.navigate(server.url("/admin/tokens").toString());
    AdministrationIT.button(AdministrationIT.row(admin, "Back-up"), "Revoke: Back-up").click();
    AdministrationIT.button(admin.locator(".ui-confirm-dialog"), "Yes").click();
    assertThat(AdministrationIT.row(admin, "Back-up")).hasCount(0);
  }

  void makesAWebhook() {
    admin.navigate(server.url("/admin/webhooks").toString());
    admin.locator("#form\\:address").fill(receiver.address().toString());
    admin.locator(".choices input").all().forEach(Locator::check);
    AdministrationIT.button(admin.locator("#form"), "Make the webhook").click();
    assertThat(admin.locator("#once")).hasValue(Pattern.compile("whsec_.{44}"));
    AdministrationIT.button(AdministrationIT.row(admin, receiver.address().toString()), "Test")
        .click();
    awaitTold("test");
    assertThat(
            Waiting.until(
                "the try on the page",
                PATIENCE,
                () -> {
                  AdministrationIT.button(admin.locator("#form"), "Look again").click();
                  return AdministrationIT.row(admin, "204 delivered");
                },
                found -> found.count() == 1))
        .hasCount(1);
    AdministrationIT.look("admin-webhooks", admin);
  }

  void awaitTold(String... events) {
    Waiting.until(
        "messages of " + List.of(events),
        PATIENCE,
        () -> receiver.got().stream().map(Receiver.Got::event).toList(),
        told -> told.containsAll(List.of(events)));
  }

  /** A collector is told of a request. */
  void awaitTrace(Receiver collector, String path) {
    Waiting.until(
        "a trace of " + path,
        PATIENCE,
        () ->
            collector.got().stream()
                .filter(got -> got.path().endsWith("/v1/traces"))
                .filter(got -> got.body().contains(path))
                .count(),
        traces -> traces > 0);
  }
}
