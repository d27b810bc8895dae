package plenum.database.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.account.guest.GuestLink;
import plenum.account.guest.GuestLink.End;
import plenum.database.WithDatabase;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;

class JpaGuestLinkStoreTest extends WithDatabase {

  private static final Instant NOW = Instant.parse("2026-10-25T00:30:05Z");

  private JpaGuestLinkStore links;

  @Override
  protected void opened() {
    links = new JpaGuestLinkStore(database, queue);
  }

  private static GuestLink link(String id, int used, Optional<End> end) {
    return new GuestLink(
        id,
        "ab".repeat(32),
        "k3J9x2Qa",
        new PersonId("p".repeat(22)),
        DisplayName.of("Ada \uD83D\uDE80 '\"\\"),
        NOW,
        NOW.plusSeconds(3600),
        used > 0,
        used,
        end);
  }

  @Test
  void keepsEverythingOfALink() {
    GuestLink open = link("open", 0, Optional.empty());
    GuestLink revoked = link("revoked", 1, Optional.of(End.REVOKED));
    GuestLink gone = link("gone", 2, Optional.of(End.ROOM_GONE));
    List.of(open, revoked, gone).forEach(links::put);
    restart();
    assertEquals(Set.of(open, revoked, gone), new HashSet<>(links.all()));
  }

  @Test
  void keepsWhatIsSoNowAndNothingThatIsRemoved() {
    links.put(link("one", 0, Optional.empty()));
    links.put(link("one", 5, Optional.of(End.REVOKED)));
    links.put(link("two", 0, Optional.empty()));
    links.remove("two");
    links.remove("never there");
    restart();
    assertEquals(List.of(link("one", 5, Optional.of(End.REVOKED))), links.all());
  }
}
