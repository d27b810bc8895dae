package plenum.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.presence.PresenceEvent.PersonOffline;
import plenum.presence.PresenceEvent.PersonOnline;
import plenum.presence.PresenceEvent.PersonUpdated;
import plenum.presence.PresenceRefused.Reason;
import plenum.settings.PresenceSettings;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class InMemoryPresenceTest {

  private static final DisplayName ADA = DisplayName.of("Ada");
  private static final DisplayName GRACE = DisplayName.of("Grace");

  private final ManualTimers timers = new ManualTimers();
  private final List<PresenceEvent> events = new ArrayList<>();
  private final PresenceSettings settings =
      new PresenceSettings(3, 3, 2, Duration.ofSeconds(20), Duration.ofSeconds(4), 0, 10, 10);
  private final Map<DisplayName, PersonId> accounts = new HashMap<>();
  private final Presence presence =
      new InMemoryPresence(
          () -> settings,
          timers,
          new KeptNames(
              () -> new KeptNames.Limits(0, 10, 10), Clock.systemUTC(), new MemoryNameStore()),
          this::holder,
          events::add);

  private final PersonId ada = PersonId.fresh();
  private final PersonId grace = PersonId.fresh();
  private final SessionId tab = SessionId.fresh();

  private Optional<PersonId> holder(DisplayName name) {
    return Optional.ofNullable(accounts.get(name));
  }

  private static Actor actor(PersonId person, DisplayName name) {
    return Actors.of(person, name.value(), "page");
  }

  /** Ada by this connection. */
  private Actor ada(SessionId session) {
    return new Actor(ada, ADA, Set.of(), session, Actors.HERE, "page");
  }

  @Test
  void showsAPersonWithTwoTabsOnce() {
    presence.connect(ada(tab));
    presence.connect(actor(ada, ADA));

    assertEquals(List.of(new OnlinePerson(ada, ADA, Availability.UNKNOWN)), presence.people());
    assertEquals(List.of(new PersonOnline(ada)), events);
  }

  @Test
  void keepsAPersonWhoseOtherTabIsOpen() {
    presence.connect(ada(tab));
    presence.connect(actor(ada, ADA));
    presence.disconnect(tab, true);
    timers.pass(Duration.ofMinutes(1));

    assertTrue(presence.person(ada).isPresent());
  }

  @Test
  void waitsForABrokenConnection() {
    presence.connect(ada(tab));
    presence.disconnect(tab, false);

    timers.pass(Duration.ofSeconds(19));
    assertTrue(presence.person(ada).isPresent());
    timers.pass(Duration.ofSeconds(1));
    assertTrue(presence.person(ada).isEmpty());
    assertEquals(List.of(new PersonOnline(ada), new PersonOffline(ada)), events);
  }

  @Test
  void waitsLessAfterAGoodbye() {
    presence.connect(ada(tab));
    presence.disconnect(tab, true);
    timers.pass(Duration.ofSeconds(4));

    assertTrue(presence.people().isEmpty());
  }

  @Test
  void tellsNobodyAboutAReload() {
    presence.connect(ada(tab));
    presence.disconnect(tab, true);
    timers.pass(Duration.ofSeconds(3));
    presence.connect(actor(ada, ADA));
    timers.pass(Duration.ofMinutes(1));

    assertEquals(List.of(new PersonOnline(ada)), events);
  }

  @Test
  void refusesANameThatLooksTheSame() {
    presence.connect(ada(tab));

    var refused =
        assertThrows(
            PresenceRefused.class, () -> presence.connect(actor(grace, DisplayName.of("ADA"))));
    assertEquals(Reason.NAME_TAKEN, refused.reason());
    assertEquals(1, presence.people().size());
  }

  @Test
  void keepsTheNameOfSomebodyWhoMayComeBack() {
    presence.connect(ada(tab));
    presence.disconnect(tab, false);
    assertThrows(PresenceRefused.class, () -> presence.rename(actor(grace, ADA), ADA));

    timers.pass(Duration.ofSeconds(20));
    presence.connect(actor(grace, ADA));
    assertEquals(ADA, presence.person(grace).orElseThrow().name());
  }

  @Test
  void tellsTheNewNameAndFreesTheOldOne() {
    presence.connect(ada(tab));
    presence.rename(actor(ada, GRACE), GRACE);

    assertEquals(new PersonUpdated(ada), events.get(1));
    presence.connect(actor(grace, ADA));
    assertEquals(2, presence.people().size());
  }

  @Test
  void letsAPersonChangeTheCaseOfTheirName() {
    presence.connect(ada(tab));
    presence.rename(actor(ada, DisplayName.of("ADA")), DisplayName.of("ADA"));

    assertEquals("ADA", presence.person(ada).orElseThrow().name().value());
    assertThrows(PresenceRefused.class, () -> presence.rename(actor(grace, ADA), ADA));
  }

  @Test
  void refusesMoreTabsThanPermitted() {
    presence.connect(ada(tab));
    presence.connect(actor(ada, ADA));

    var refused = assertThrows(PresenceRefused.class, () -> presence.connect(actor(ada, GRACE)));
    assertEquals(Reason.TOO_MANY_SESSIONS, refused.reason());
    assertEquals(ADA, presence.person(ada).orElseThrow().name());
  }

  @Test
  void refusesMorePeopleThanPermitted() {
    for (int i = 0; i < 3; i++) {
      presence.connect(actor(PersonId.fresh(), DisplayName.of("Person " + i)));
    }
    var refused = assertThrows(PresenceRefused.class, () -> presence.connect(ada(tab)));

    assertEquals(Reason.TOO_MANY_PEOPLE, refused.reason());
  }

  @Test
  void refusesMorePeopleOfOneAddressThanPermitted() {
    PresenceSettings few =
        new PresenceSettings(10, 2, 2, Duration.ofSeconds(20), Duration.ofSeconds(4), 0, 10, 10);
    Presence crowded =
        new InMemoryPresence(
            () -> few,
            timers,
            new KeptNames(
                () -> new KeptNames.Limits(0, 10, 10), Clock.systemUTC(), new MemoryNameStore()),
            this::holder,
            events::add);
    Actor first = Actors.named("First");
    crowded.connect(first);
    crowded.connect(Actors.named("Second"));

    var refused = assertThrows(PresenceRefused.class, () -> crowded.connect(Actors.named("Third")));
    assertEquals(Reason.TOO_MANY_FROM_ADDRESS, refused.reason());

    crowded.connect(Actors.otherTab(first));
    crowded.connect(Actors.from("10.0.0.9", Actors.named("Third")));
    assertEquals(3, crowded.people().size());
  }

  @Test
  void countsTheAddressesOfOneClientTogether() {
    PresenceSettings few =
        new PresenceSettings(10, 1, 2, Duration.ofSeconds(20), Duration.ofSeconds(4), 0, 10, 10);
    Presence crowded =
        new InMemoryPresence(
            () -> few,
            timers,
            new KeptNames(
                () -> new KeptNames.Limits(0, 10, 10), Clock.systemUTC(), new MemoryNameStore()),
            this::holder,
            events::add);
    crowded.connect(Actors.from("2001:db8:1:2::1", Actors.named("First")));

    Actor again = Actors.from("2001:db8:1:2::2", Actors.named("Second"));
    var refused = assertThrows(PresenceRefused.class, () -> crowded.connect(again));
    assertEquals(Reason.TOO_MANY_FROM_ADDRESS, refused.reason());
    crowded.connect(Actors.from("2001:db8:1:3::1", Actors.named("Third")));
  }

  private Availability said() {
    return presence.person(ada).orElseThrow().availability();
  }

  @Test
  void tellsWhatATabSaysOnce() {
    presence.connect(ada(tab));
    presence.update(ada(tab), new Availability(true, false, false));
    presence.update(ada(tab), new Availability(true, false, false));
    presence.update(ada(SessionId.fresh()), new Availability(true, true, true));

    assertEquals(new Availability(true, false, false), said());
    assertEquals(List.of(new PersonOnline(ada), new PersonUpdated(ada)), events);
  }

  @Test
  void putsTogetherWhatTabsSay() {
    SessionId other = SessionId.fresh();
    presence.connect(ada(tab));
    presence.connect(ada(other));
    presence.update(ada(tab), new Availability(true, false, true));
    assertEquals(new Availability(true, false, false), said());

    presence.update(ada(other), new Availability(false, true, true));
    assertEquals(new Availability(true, true, true), said());

    events.clear();
    presence.disconnect(tab, true);
    assertEquals(new Availability(false, true, true), said());
    assertEquals(List.of(new PersonUpdated(ada)), events);
  }

  @Test
  void takesNobodyForAwayWhoOpensATab() {
    presence.connect(ada(tab));
    presence.update(ada(tab), new Availability(true, true, true));
    events.clear();
    presence.connect(actor(ada, ADA));

    assertEquals(new Availability(true, true, false), said());
    assertEquals(List.of(new PersonUpdated(ada)), events);
  }

  @Test
  void remembersTheDevicesOverAReload() {
    presence.connect(ada(tab));
    presence.update(ada(tab), new Availability(true, true, false));
    events.clear();
    presence.disconnect(tab, true);
    presence.connect(actor(ada, ADA));

    assertEquals(new Availability(true, true, false), said());
    assertEquals(List.of(), events);
  }

  @Test
  void lendsNobodyTheNameOfAnAccount() {
    accounts.put(ADA, ada);

    assertEquals(
        Reason.NAME_TAKEN,
        assertThrows(PresenceRefused.class, () -> presence.connect(actor(grace, ADA))).reason());
    assertEquals(
        Reason.NAME_TAKEN,
        assertThrows(PresenceRefused.class, () -> presence.rename(actor(grace, GRACE), ADA))
            .reason());
  }

  @Test
  void givesAnAccountItsNameBackWhoeverHasIt() {
    presence.connect(actor(grace, ADA));
    accounts.put(ADA, ada);
    presence.connect(ada(tab));

    assertEquals(ADA, presence.person(ada).orElseThrow().name());
    assertEquals("Ada (2)", presence.person(grace).orElseThrow().name().value());
  }

  @Test
  void forgetsWhoIsKnownNoLonger() {
    presence.connect(ada(tab));
    assertEquals(Optional.of(ADA), presence.nameOf(ada));
    presence.forget(ada);

    assertEquals(List.of(), presence.people());
    assertEquals(List.of(new PersonOnline(ada), new PersonOffline(ada)), events);
    assertEquals(Optional.empty(), presence.nameOf(ada));
    presence.disconnect(tab, true); // Its connection ends, too.
    presence.connect(actor(grace, ADA)); // The name is free.
    timers.pass(Duration.ofMinutes(1));
    assertEquals(Optional.of(ADA), presence.nameOf(grace));
  }
}
