package plenum.injection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.media.srs.FakeSrs;
import plenum.testing.EmbeddedOnly;

/** The same with rooms and records in Plenum's own file, and an SRS, which calls its hooks. */
@EmbeddedOnly("It has an SRS of its own.")
class InjectionFileIT {

  private static final String SECRET = "a-secret-that-is-long-enough-for-it";

  private static FakeSrs srs;
  private static InjectionSite site;

  @BeforeAll
  static void start() {
    srs = new FakeSrs();
    site =
        new InjectionSite(
            Map.of(
                "plenum.media.nodes",
                srs.base().toString(),
                "plenum.media.srs.hook-secret",
                SECRET));
  }

  @AfterAll
  static void stop() {
    site.server.stop();
    srs.close();
  }

  @Test
  void staysText() {
    site.walk(
        room -> {
          int hooks = new HookWalk(site.server, SECRET, site.answers).walk();
          int files = new UploadWalk(site.server, site.admin, site.answers).walk(room);
          System.out.printf("[injection] %d hooks, %d of files%n", hooks, files);
          site.answers.check(
              !site.server.output().contains("Plenum''s"), "the log has an apostrophe twice");
        });
    assertEquals("", String.join("\n", site.answers.wrong()));
  }
}
