package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import plenum.testing.PlenumServer;
import plenum.testing.Waiting;
import plenum.webhook.Receiver;
import plenum.webhook.WebhookEvent;

/** What an administrator does for programs and other servers. */
record InterfaceSteps(Page admin, PlenumServer server, Receiver receiver) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  ProgramSteps makesAToken() {
    makesAToken("Reader").findsOtherDoorsClosed();
    makesAToken("Provisioning", "webhooks").keepsAWebhook(receiver.address().toString());
    makesAToken("Leaving", "act").endsItsOwnToken("Leaving");
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
    AdministrationIT.confirm(admin, "Revoke");
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

  private List<Receiver.Got> told() {
    return receiver.got().stream().filter(got -> got.event().equals("test")).toList();
  }

  private long tests() {
    return told().size();
  }

  private Receiver.Got awaitTest(long count) {
    Waiting.until("test " + count, PATIENCE, this::tests, tests -> tests == count);
    return told().get((int) count - 1);
  }

  /** Of its message it is told once more, and then of something else. */
  void changesTheWebhook() {
    String address = receiver.address().toString();
    long before = tests();
    AdministrationIT.button(AdministrationIT.row(admin, "204 delivered"), "Try again").click();
    Waiting.until("the message once more", PATIENCE, this::tests, count -> count == before + 1);
    Locator webhook =
        admin
            .locator("#form\\:table tbody tr")
            .filter(new Locator.FilterOptions().setHasText(address));
    AdministrationIT.button(webhook, "Change: " + address).click();
    assertThat(admin.locator("#form\\:address")).hasValue(address);
    assertThat(admin.locator(".choices input:checked")).hasCount(WebhookEvent.values().length);
    admin.locator(".choices input").last().uncheck();
    AdministrationIT.button(admin.locator("#form"), "Save").click();
    assertThat(admin.locator("#form\\:address")).hasValue("");
    assertThat(webhook).not().containsText("it is bad for somebody");
    AdministrationIT.button(webhook, "Change: " + address).click();
    assertThat(admin.locator("#form\\:address")).hasValue(address);
    admin.locator(".choices input").last().check();
    AdministrationIT.button(admin.locator("#form"), "Save").click();
    assertThat(webhook).containsText("it is bad for somebody");
  }

  /**
   * While somebody else is at the same webhooks, each button acts on the line that it is shown in,
   * what is typed stays, and nobody's change is lost.
   */
  void actsBesideAnother() {
    String address = receiver.address().toString();
    String another = address.replace("/hook", "/another");
    long before = tests();
    String shown = awaitTest(before).header("webhook-id");
    Page other = admin.context().newPage();
    for (Page page : List.of(admin, other)) {
      page.navigate(server.url("/admin/webhooks").toString());
    }
    assertThat(admin.locator("#form\\:table tbody .admin__name")).hasCSS("hyphens", "manual");
    assertThat(admin.locator("#form\\:table th").first()).hasCSS("hyphens", "auto");

    press(other, "Test: " + address);
    assertNotEquals(shown, awaitTest(before + 1).header("webhook-id"));
    AdministrationIT.button(AdministrationIT.row(admin, "204 delivered").first(), "Try again")
        .click();
    assertEquals(shown, awaitTest(before + 2).header("webhook-id"));

    other.locator("#form\\:address").fill(another);
    other.locator(".choices input").first().check();
    press(other, "Make the webhook");
    assertThat(AdministrationIT.row(other, another)).hasCount(1);
    admin.reload();
    press(other, "Remove: " + another);
    AdministrationIT.confirm(other, "Remove");
    assertThat(AdministrationIT.row(other, another)).hasCount(0);
    admin.locator("#form\\:address").fill("https://typed.example/");
    press(admin, "Test: " + another);
    assertThat(admin.locator("#form\\:messages")).containsText("There is no such webhook");
    press(admin, "Test: " + address);
    assertEquals("/hook", awaitTest(before + 3).path());
    assertThat(admin.locator("#form\\:messages")).containsText("A test message is on its way.");
    assertThat(admin.locator("#form\\:address")).hasValue("https://typed.example/");

    for (Page page : List.of(admin, other)) {
      press(page, "Change: " + address);
      assertThat(page.locator("#form\\:address")).hasValue(address);
    }
    other.locator(".choices input").last().uncheck();
    press(other, "Save");
    assertThat(other.locator("#form\\:address")).hasValue("");
    admin.locator(".choices input").first().uncheck();
    press(admin, "Save");
    assertThat(admin.locator("#form\\:messages")).containsText("Somebody else has changed");
    assertThat(admin.locator(".choices input").first()).not().isChecked();
    press(admin, "Change: " + address);
    assertThat(admin.locator(".choices input").first()).isChecked();
    assertThat(admin.locator(".choices input").last()).not().isChecked();
    admin.locator(".choices input").last().check();
    press(admin, "Save");
    assertThat(admin.locator("#form\\:address")).hasValue("");
    other.close();
  }

  private static void press(Page page, String button) {
    AdministrationIT.button(page.locator("body"), button).click();
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
