package plenum.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.presence.PresenceRefused.Reason;
import plenum.settings.PresenceSettings;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

/** A name stays its person's for some time after the last visit. */
class KeptNamesTest {

  /** Goes on by days when the test says so. */
  private static final class Days extends Clock {
    private Instant now = Instant.parse("2026-11-28T23:30:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }

    private void pass(int days) {
      now = now.plus(Duration.ofDays(days));
    }
  }

  private final Days clock = new Days();
  private final ManualTimers timers = new ManualTimers();
  private final NameStore store = store();
  private final KeptNames names = new KeptNames(() -> new KeptNames.Limits(30, 3, 3), clock, store);
  private final List<String> changes = new ArrayList<>();
  private final InMemoryPresence presence = presence(names);
  private final PersonId ada = PersonId.fresh();
  private final PersonId eve = PersonId.fresh();

  /** One that tells how often it writes. */
  private NameStore store() {
    MemoryNameStore memory = new MemoryNameStore();
    return new NameStore() {
      @Override
      public List<KeptName> all() {
        return memory.all();
      }

      @Override
      public void put(KeptName name) {
        changes.add("put");
        memory.put(name);
      }

      @Override
      public void remove(PersonId person) {
        changes.add("remove");
        memory.remove(person);
      }
    };
  }

  private InMemoryPresence presence(KeptNames kept) {
    PresenceSettings settings =
        new PresenceSettings(10, 10, 2, Duration.ofSeconds(20), Duration.ofSeconds(4), 30, 3, 3);
    return new InMemoryPresence(
        () -> settings, timers, kept, name -> Optional.empty(), event -> {});
  }

  private void visit(PersonId person, String name) {
    visit(presence, Actors.of(person, name, "page"));
  }

  private void visit(InMemoryPresence presence, Actor actor) {
    presence.connect(actor);
    presence.disconnect(actor.session(), true);
    timers.pass(Duration.ofSeconds(10));
    assertTrue(presence.person(actor.person()).isEmpty());
  }

  private void refused(PersonId person, String name) {
    assertEquals(
        Reason.NAME_TAKEN, assertThrows(PresenceRefused.class, () -> visit(person, name)).reason());
  }

  @Test
  void refusesAStrangerTheNameOfSomebodyWhoIsGone() {
    visit(ada, "Ada");

    refused(eve, "Ada");
    refused(eve, "  ADA ");
    assertThrows(
        PresenceRefused.class,
        () -> presence.rename(Actors.of(eve, "Eve", "page"), DisplayName.of("ada")));
    visit(ada, "Ada");
  }

  @Test
  void saysThatTheNameIsKeptAndForHowLong() {
    visit(ada, "Ada");

    var refused = assertThrows(PresenceRefused.class, () -> visit(eve, "Ada"));
    assertEquals("name-taken.kept", refused.sentence().key());
    assertEquals(
        List.of("Ada", "30"), refused.sentence().values().stream().map(String::valueOf).toList());
  }

  @Test
  void givesTheNameToOthersWhenTheTimeIsOver() {
    visit(ada, "Ada");
    clock.pass(30);
    refused(eve, "Ada");
    clock.pass(1);

    visit(eve, "Ada");
    refused(ada, "Ada");
  }

  @Test
  void beginsTheTimeAnewWithEachVisit() {
    visit(ada, "Ada");
    clock.pass(20);
    visit(ada, "Ada");
    clock.pass(20);

    refused(eve, "Ada");
  }

  @Test
  void keepsTheLatestNameOfAPersonAlone() {
    visit(ada, "Ada");
    visit(ada, "Augusta");

    visit(eve, "Ada");
    refused(PersonId.fresh(), "Augusta");
  }

  @Test
  void freesTheNameOfWhoTakesAnotherOneWithoutBeingHere() {
    visit(ada, "Ada");
    presence.rename(Actors.of(ada, "Ada", "page"), DisplayName.of("Augusta"));

    visit(eve, "Ada");
    refused(PersonId.fresh(), "Augusta");
  }

  @Test
  void keepsNoNameOfWhoNeverCame() {
    presence.rename(Actors.of(ada, "Ada", "page"), DisplayName.of("Ada"));

    visit(eve, "Ada");
  }

  @Test
  void forgetsInTimeWhoTookAnotherNameWithoutBeingHere() {
    visit(ada, "Ada");
    clock.pass(20);
    visit(eve, "Eve");
    presence.rename(Actors.of(ada, "Ada", "page"), DisplayName.of("Augusta"));
    clock.pass(11);

    visit(PersonId.fresh(), "Augusta");
  }

  @Test
  void letsWhoWasAwayForLongestMakeRoom() {
    for (String name : List.of("One", "Two", "Three")) {
      visit(Actors.id(name), name);
    }
    visit(Actors.id("One"), "One");
    clock.pass(KeptNames.YOUNG_DAYS + 1);
    visit(Actors.id("Four"), "Four");

    assertEquals(3, presence.names().size());
    refused(eve, "One");
    visit(eve, "Two");
  }

  @Test
  void takesNoNameOfSomebodyWhoWasHereLatelyForANewcomer() {
    for (String name : List.of("One", "Two", "Three", "Four", "Five")) {
      visit(Actors.id(name), name);
    }
    clock.pass(KeptNames.YOUNG_DAYS);
    visit(Actors.id("Six"), "Six");

    for (String name : List.of("One", "Two", "Three")) {
      refused(eve, name);
    }
    visit(eve, "Four");
  }

  @Test
  void keepsSoManyNamesOfOneAddressAlone() {
    KeptNames many =
        new KeptNames(() -> new KeptNames.Limits(30, 10, 2), clock, new MemoryNameStore());
    InMemoryPresence presence = presence(many);
    visit(presence, Actors.from("192.0.2.1", Actors.known("Elsewhere")));
    for (String name : List.of("One", "Two", "Three", "Four")) {
      visit(presence, Actors.known(name));
    }
    assertEquals(List.of("Elsewhere", "One", "Two"), names(many));

    clock.pass(KeptNames.YOUNG_DAYS + 1);
    visit(presence, Actors.known("One"));
    visit(presence, Actors.known("Five"));
    assertEquals(List.of("Elsewhere", "One", "Five"), names(many));
  }

  @Test
  void countsTheAddressesOfOneClientTogether() {
    KeptNames many =
        new KeptNames(() -> new KeptNames.Limits(30, 10, 1), clock, new MemoryNameStore());
    InMemoryPresence presence = presence(many);
    visit(presence, Actors.from("2001:db8:1:2::1", Actors.known("One")));
    visit(presence, Actors.from("2001:db8:1:2::2", Actors.known("Two")));
    visit(presence, Actors.from("2001:db8:1:3::1", Actors.known("Three")));

    assertEquals(List.of("One", "Three"), names(many));
  }

  @Test
  void countsNoMoreWhatIsForgotten() {
    KeptNames many =
        new KeptNames(() -> new KeptNames.Limits(30, 10, 1), clock, new MemoryNameStore());
    InMemoryPresence presence = presence(many);
    visit(presence, Actors.known("One"));
    clock.pass(31);
    visit(presence, Actors.known("Two"));

    assertEquals(List.of("Two"), names(many));
  }

  private static List<String> names(KeptNames kept) {
    return kept.all().stream().map(name -> name.name().value()).toList();
  }

  @Test
  void writesNothingWhenSomebodyComesTwiceADay() {
    visit(ada, "Ada");
    visit(ada, "Ada");
    assertEquals(1, changes.size());

    clock.pass(1);
    visit(ada, "Ada");
    assertEquals(2, changes.size());
  }

  @Test
  void isKeptFromOneRunToTheNext() {
    visit(ada, "Ada 爱达");
    KeptNames read = new KeptNames(() -> new KeptNames.Limits(30, 3, 3), clock, store);

    assertEquals(presence.names(), read.all());
    assertThrows(
        PresenceRefused.class, () -> presence(read).connect(Actors.of(eve, "ada 爱达", "page")));
  }

  @Test
  void leavesOutOfTheStoreWhatIsOverOrTooMuch() {
    for (int i = 0; i < 5; i++) {
      store.put(
          new KeptName(
              PersonId.fresh(), DisplayName.of("P" + i), LocalDate.now(clock).minusDays(29 + i)));
    }
    KeptNames read = new KeptNames(() -> new KeptNames.Limits(30, 1, 1), clock, store);
    assertEquals(1, read.all().size());
    assertEquals(read.all(), store.all());
    new KeptNames(() -> new KeptNames.Limits(0, 1, 1), clock, store);
    assertEquals(List.of(), store.all(), "none are kept where the setting says so");
  }

  @Test
  void forgetsWhoIsKnownNoLonger() {
    names.keep(ada, DisplayName.of("Ada"), Actors.named("Ada").network());
    assertEquals(Optional.of(DisplayName.of("Ada")), names.nameOf(ada));
    names.forget(ada);
    names.forget(ada);

    assertEquals(Optional.empty(), names.nameOf(ada));
    assertEquals(Optional.empty(), names.holder(DisplayName.of("Ada")));
    assertEquals(List.of(), store.all());
    assertEquals(2, changes.size());
  }
}
