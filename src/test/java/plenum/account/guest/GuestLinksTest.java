package plenum.account.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import plenum.account.guest.GuestLinks.Made;
import plenum.audit.AuditEntry;
import plenum.audit.AuditEntry.Outcome;
import plenum.identity.Actor;
import plenum.media.MutableClock;
import plenum.settings.GuestSettings;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class GuestLinksTest {

  private static final String ROOM = "k3J9x2Qa";
  private static final Duration DAY = Duration.ofDays(1);
  private static final Optional<String> NEVER = Optional.empty();

  private final MutableClock clock = new MutableClock();
  private final ManualTimers timers = new ManualTimers();
  private final MemoryGuestLinkStore store = new MemoryGuestLinkStore();
  private final List<AuditEntry> trail = new ArrayList<>();
  private final List<GuestLinkEnded> ended = new ArrayList<>();
  private final List<GuestLinksChanged> changed = new ArrayList<>();
  private final Actor ada = Actors.named("Ada");
  private final Actor guest = Actors.named("Guest");
  private GuestLinks links = links();

  private GuestLinks links() {
    return new GuestLinks(
        () -> new GuestSettings(3, DAY, DAY.multipliedBy(30)),
        store,
        timers,
        clock,
        trail::add,
        ended::add,
        changed::add);
  }

  private Made make(boolean once) {
    return links.make(ada, ROOM, DAY, once);
  }

  private void pass(Duration time) {
    clock.pass(time);
    timers.pass(time);
  }

  private static void refused(String code, Executable step) {
    assertEquals(code, assertThrows(GuestRefused.class, step).code());
  }

  private List<String> acts() {
    return trail.stream().map(one -> one.act() + " " + one.outcome() + " " + one.detail()).toList();
  }

  @Test
  void letInByTheTokenAloneOfWhichOnlyTheHashIsKept() {
    Made made = make(false);
    assertTrue(made.token().length() >= 43, "256 bits");
    assertNotEquals(made.token(), make(false).token());
    assertFalse(store.all().toString().contains(made.token()));
    assertEquals(made.link().id(), links.use(guest, made.token(), NEVER).id());
    refused("no-such-guest-link", () -> links.use(guest, made.link().hash(), NEVER));
    refused("no-such-guest-link", () -> links.look("", NEVER, Actors.HERE));
    int told = trail.size();
    assertTrue(links.opens(made.token(), NEVER));
    assertFalse(links.opens(made.link().hash(), NEVER));
    assertEquals(told, trail.size(), "nobody is told that somebody asked");
    assertFalse(trail.toString().contains(made.token()));
  }

  @Test
  void endWhenTheirTimeIsOver() {
    Made made = make(false);
    pass(DAY.minusSeconds(1));
    assertTrue(links.open(made.link().id()).isPresent());
    assertEquals(List.of(), ended);
    pass(Duration.ofSeconds(1));
    assertEquals(List.of(new GuestLinkEnded(made.link().id(), ROOM)), ended);
    assertEquals(List.of(), links.of(ROOM));
    assertTrue(links.open(made.link().id()).isEmpty());
    refused("guest-link-expired", () -> links.use(guest, made.token(), NEVER));
    refused("guest-link-expired", () -> links.required(made.link().id()));
    assertEquals("guest-link-ended DONE expired", acts().get(1));
  }

  @Test
  void doNotEndByATimerThatIsTooEarly() {
    Made made = make(false);
    timers.pass(DAY);
    assertEquals(List.of(), ended, "the computer's clock was set back");
    pass(DAY);
    assertEquals(List.of(new GuestLinkEnded(made.link().id(), ROOM)), ended);
  }

  @Test
  void endWithinAMinuteWhenTheComputersClockHasJumpedPastTheirTime() {
    Made made = make(false);
    clock.pass(DAY);
    timers.pass(Duration.ofMinutes(1));
    assertEquals(List.of(new GuestLinkEnded(made.link().id(), ROOM)), ended);
  }

  @Test
  void areForOneGuestWhereThatWasWanted() {
    Made made = make(true);
    String id = made.link().id();
    links.look(made.token(), NEVER, Actors.HERE);
    links.use(guest, made.token(), NEVER);
    refused("guest-link-used-up", () -> links.use(guest, made.token(), NEVER));
    refused("guest-link-used-up", () -> links.look(made.token(), Optional.of("x"), Actors.HERE));
    assertEquals(1, links.use(guest, made.token(), Optional.of(id)).used(), "the same browser");
    assertTrue(links.open(id).isPresent(), "who came stays");
  }

  @Test
  void areForManyOtherwiseAndCounted() {
    Made made = make(false);
    links.use(guest, made.token(), NEVER);
    links.use(guest, made.token(), NEVER);
    assertEquals(2, links.of(ROOM).get(0).used());
    assertEquals(3, changed.size());
  }

  @Test
  void areRevokedInTheirRoomAlone() {
    Made made = make(false);
    String id = made.link().id();
    refused("no-such-guest-link", () -> links.revoke(ada, "another", id));
    links.revoke(ada, ROOM, id);
    assertEquals(List.of(new GuestLinkEnded(id, ROOM)), ended);
    refused("guest-link-revoked", () -> links.use(guest, made.token(), NEVER));
    refused("no-such-guest-link", () -> links.revoke(ada, ROOM, id));
    pass(DAY);
    assertEquals(1, ended.size(), "it does not end again");
  }

  @Test
  void endWithTheirRoom() {
    Made made = make(false);
    Made other = links.make(ada, "another", DAY, false);
    links.roomGone(ROOM);
    refused("guest-link-room-gone", () -> links.use(guest, made.token(), NEVER));
    assertEquals(List.of(new GuestLinkEnded(made.link().id(), ROOM)), ended);
    assertTrue(links.open(other.link().id()).isPresent());
  }

  @Test
  void areBounded() {
    refused("guest-link-time", () -> links.make(ada, ROOM, Duration.ZERO, false));
    refused("guest-link-time", () -> links.make(ada, ROOM, Duration.ofDays(31), false));
    Made first = make(false);
    make(false);
    make(false);
    refused("too-many-guest-links", () -> make(false));
    links.revoke(ada, ROOM, first.link().id());
    make(false);
    for (int i = 0; i < 200; i++) {
      links.revoke(ada, ROOM, links.of(ROOM).get(0).id());
      make(false);
    }
    assertTrue(store.all().size() <= 103, "those that ended are forgotten: " + store.all().size());
  }

  @Test
  void areForgottenLongAfterTheirEnd() {
    Made made = make(false);
    pass(DAY.multipliedBy(30));
    links.forgetOld();
    refused("guest-link-expired", () -> links.required(made.link().id()));
    pass(DAY.multipliedBy(2));
    links.forgetOld();
    refused("no-such-guest-link", () -> links.required(made.link().id()));
    assertEquals(List.of(), store.all());
  }

  @Test
  void outliveARestartAndEndAfterIt() {
    Made open = make(false);
    Made revoked = make(false);
    links.revoke(ada, ROOM, revoked.link().id());
    ended.clear();
    links = links();
    refused("guest-link-revoked", () -> links.use(guest, revoked.token(), NEVER));
    links.use(guest, open.token(), NEVER);
    pass(DAY);
    assertTrue(ended.contains(new GuestLinkEnded(open.link().id(), ROOM)));
  }

  @Test
  void leaveTracesOfEveryAct() {
    Made made = make(true);
    links.use(guest, made.token(), NEVER);
    assertThrows(GuestRefused.class, () -> links.use(guest, made.token(), NEVER));
    assertThrows(GuestRefused.class, () -> links.look("x", NEVER, Actors.HERE));
    links.revoke(ada, ROOM, made.link().id());
    assertThrows(GuestRefused.class, () -> links.make(ada, ROOM, Duration.ZERO, true));
    assertEquals(
        List.of(
            "make-guest-link DONE ",
            "use-guest-link DONE ",
            "use-guest-link REFUSED guest-link-used-up",
            "use-guest-link REFUSED no-such-guest-link",
            "revoke-guest-link DONE ",
            "make-guest-link REFUSED guest-link-time"),
        acts());
    assertEquals(ROOM + " " + made.link().id(), trail.get(1).object());
    assertTrue(trail.stream().noneMatch(one -> one.outcome() == Outcome.FAILED));
  }

  @Test
  void endWithWhoMadeThemWhenThatOneIsErased() {
    Made made = make(false);
    links.make(guest, ROOM, DAY, false);
    assertEquals(1, links.by(ada.person()).size());
    links.erase(ada.person());

    assertEquals(List.of(), links.by(ada.person()));
    assertEquals(List.of(new GuestLinkEnded(made.link().id(), ROOM)), ended);
    assertEquals(1, links.of(ROOM).size());
    refused("guest-link-revoked", () -> links.use(guest, made.token(), NEVER));
    assertFalse(store.all().toString().contains(ada.person().value()));
    assertFalse(store.all().toString().contains("Ada"));
  }
}
