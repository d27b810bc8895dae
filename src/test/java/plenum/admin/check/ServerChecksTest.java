package plenum.admin.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.media.node.NodeState;
import plenum.text.Texts;

/** Broken set-ups, each with its own advice. */
class ServerChecksTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_000_000_000);

  private static void assertFound(String expected, Finding found) {
    assertEquals(expected, found.state() + " " + found.advice());
    for (var language : Texts.LANGUAGES) {
      var said = Texts.of(language).sentences();
      String key = "page.admin.check.";
      assertEquals(true, said.containsKey(key + found.advice()), found.advice());
      assertEquals(true, said.containsKey(key + found.check()), found.check());
    }
  }

  private static Finding certificate(int days, String host) {
    var shown =
        new CertificateCheck.Shown(
            NOW.minus(Duration.ofDays(10)),
            NOW.plus(Duration.ofDays(days)),
            Set.of("meet.example", "*.corp.example", "10.0.0.5"));
    return CertificateCheck.of(Optional.of(shown), host, NOW);
  }

  @Test
  void looksAtTheCertificate() {
    assertFound("GOOD certificate.good", certificate(60, "MEET.example"));
    assertFound("GOOD certificate.good", certificate(60, "a.corp.example"));
    assertFound("GOOD certificate.good", certificate(60, "10.0.0.5"));
    assertFound("BAD certificate.name", certificate(60, "a.b.corp.example"));
    assertEquals(List.of("other"), certificate(60, "other").values());
    assertFound("ATTENTION certificate.soon", certificate(5, "meet.example"));
    assertFound("BAD certificate.over", certificate(-1, "meet.example"));
    assertFound("NONE certificate.none", CertificateCheck.of(Optional.empty(), "a", NOW));
    var early = new CertificateCheck.Shown(NOW.plusSeconds(9), NOW.plusSeconds(99), Set.of("a"));
    assertFound("BAD certificate.early", CertificateCheck.of(Optional.of(early), "a", NOW));
    assertEquals("60 d; *.corp.example, 10.0.0.5, meet.example", certificate(60, "x").measured());
  }

  @Test
  void looksAtTheDisk() {
    assertFound("GOOD disk.good", ServerChecks.disk(5L << 30));
    assertFound("ATTENTION disk.filling", ServerChecks.disk(1L << 30));
    assertFound("BAD disk.full", ServerChecks.disk(1L << 20));
    assertEquals("1 MB", ServerChecks.disk(1L << 20).measured());
  }

  @Test
  void looksAtWhatIsKept() {
    assertFound("GOOD store.good", ServerChecks.store(Optional.of("H2 2"), Optional.empty()));
    assertFound("BAD store.away", ServerChecks.store(Optional.empty(), Optional.of("gone")));
    assertFound("BAD store.failing", ServerChecks.store(Optional.of("H2 2"), Optional.of("full")));
    assertFound("GOOD settings.good", ServerChecks.settings(true, List.of()));
    assertFound("BAD settings.unknown", ServerChecks.settings(false, List.of()));
  }

  @Test
  void looksAtMediaNodes() {
    assertFound("GOOD node.good", ServerChecks.node("a", new NodeState.Ready("UDP", 0, "1")));
    assertFound("BAD node.failed", ServerChecks.node("a", new NodeState.Failed("It is down.")));
    assertFound("ATTENTION node.starting", ServerChecks.node("a", new NodeState.Starting()));
    assertFound("NONE node.off", ServerChecks.node("a", new NodeState.SwitchedOff()));
  }

  @Test
  void looksForTheOutside() {
    assertFound("GOOD outside.good", ServerChecks.outside(Optional.of(Set.of())));
    assertFound("ATTENTION outside.some", ServerChecks.outside(Optional.of(Set.of("8.8.8.8"))));
    assertFound("NONE outside.unknown", ServerChecks.outside(Optional.empty()));
  }
}
