package plenum.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.audit.AuditEntry.Outcome;
import plenum.identity.Actor;
import plenum.testing.Actors;

class AuditEntryTest {

  private final Actor ada = Actors.named("Ada");

  @Test
  void tellsWhoDidIt() {
    AuditEntry entry = AuditEntry.done(ada, "remove-room", "Stand-up");

    assertEquals(Optional.of(ada.person()), entry.person());
    assertEquals("Ada", entry.name());
    assertEquals(Optional.of(ada.address()), entry.address());
    assertEquals(Outcome.DONE, entry.outcome());
    assertEquals(0, entry.at().getNano() % 1_000_000, "in milliseconds");
  }

  @Test
  void tellsWhyItWasRefused() {
    AuditEntry entry = AuditEntry.refused(ada, "remove-room", "Stand-up", "not-yours");

    assertEquals(Outcome.REFUSED, entry.outcome());
    assertEquals("not-yours", entry.detail());
    assertEquals("twice", entry.with("twice").detail());
  }

  @Test
  void keepsTheBeginningOfWhatIsTooLong() {
    String text = "x".repeat(AuditEntry.LONGEST - 1);
    String cut = AuditEntry.done(ada, "act", text + "\uD83D\uDE00").object();

    assertEquals(text, cut, "no half of a character");
    assertFalse(AuditEntry.done(ada, "y".repeat(1000), "").act().length() > AuditEntry.LONGEST);
  }
}
