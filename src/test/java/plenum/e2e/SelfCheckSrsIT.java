package plenum.e2e;

import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.FreePorts;
import plenum.testing.NeedsSrs;
import plenum.testing.PerClass;
import plenum.testing.RealSrs;
import plenum.testing.SrsSite;

/** What the self-check says of a real SRS that was set up wrong: each fault has its own advice. */
@NeedsSrs
class SelfCheckSrsIT {

  private static final double CHECKED = 120_000;

  @RegisterExtension
  static final PerClass<SrsSite> SITE =
      PerClass.site(
          () ->
              SrsSite.start(
                  1, Map.of("plenum.identity.mode", "local", "plenum.identity.guests", "true")));

  @RegisterExtension final People people = new People(() -> SITE.get().server());

  private Page page;

  @BeforeEach
  void arrive() {
    page = AdministratorSteps.arrive(people, SITE.get().server());
  }

  private void check() {
    page.navigate(SITE.get().server().url("/admin/check").toString());
    assertThat(page.locator("#browser-checks"))
        .hasAttribute(
            "aria-busy", "false", new LocatorAssertions.HasAttributeOptions().setTimeout(CHECKED));
  }

  private void startedWith(UnaryOperator<RealSrs> wrong) {
    RealSrs srs = SITE.get().srs();
    srs.close();
    wrong.apply(srs).start();
  }

  private void says(String check, String state, String advice) {
    Locator found = page.locator("[data-check=" + check + "]");
    assertThat(found).hasAttribute("data-state", state);
    assertThat(found).containsText(advice);
  }

  private void serverSays(String state, String advice) {
    Locator found =
        page.locator("ul:not(#browser-checks) > .check[data-state=" + state + "]")
            .filter(new Locator.FilterOptions().setHasText("Media node"));
    assertThat(found).containsText(advice);
  }

  @Test
  void tellsEachFaultByItsOwnAdvice() {
    check();
    says("udp", "good", "by UDP");
    says("candidates", "good", "browsers send media");
    says("hooks", "good", "SRS asked Plenum");
    serverSays("good", "It is ready");

    int port = SITE.get().server().port();
    startedWith(srs -> srs.hooksTo(FreePorts.tcp()));
    check();
    says("hooks", "bad", "http_hooks point to this server");
    says("udp", "bad", "");

    startedWith(srs -> srs.hooksTo(port).with("SRS_VHOST_HTTP_HOOKS_ENABLED", "off"));
    check();
    says("hooks", "bad", "anybody may publish");

    startedWith(
        srs -> srs.with("SRS_VHOST_HTTP_HOOKS_ENABLED", "on").with("CANDIDATE", "127.0.0.1:9"));
    check();
    says("udp", "bad", "CANDIDATE");
    says("candidates", "bad", "No media came");
    says("hooks", "good", "SRS asked Plenum");

    startedWith(
        srs ->
            srs.with("CANDIDATE", "127.0.0.1").with("SRS_HTTP_API_AUTH_PASSWORD", "another-one"));
    check();
    serverSays("bad", "plenum.media.srs.password");

    SITE.get().srs().close();
    check();
    serverSays("bad", "start it");
    says("udp", "bad", "");
  }
}
