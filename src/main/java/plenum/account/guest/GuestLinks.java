package plenum.account.guest;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import plenum.account.Token;
import plenum.account.guest.GuestLink.End;
import plenum.account.guest.GuestRefused.Reason;
import plenum.audit.AuditEntry;
import plenum.audit.AuditEntry.Outcome;
import plenum.audit.AuditTrail;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.RandomText;
import plenum.settings.Current;
import plenum.settings.GuestSettings;
import plenum.time.Timers;

/**
 * All guest links, in memory, written behind. Thread-safe; waits for nothing. Who may make and see
 * them the rooms decide. Links that ended are known for a while, so that whoever has one is told
 * why.
 */
public final class GuestLinks {

  private static final Duration REMEMBERED = Duration.ofDays(30);

  /** Ended links that are known, of one room. */
  private static final int MOST_ENDED = 100;

  private static final String MAKE = "make-guest-link";
  private static final String REVOKE = "revoke-guest-link";
  private static final String USE = "use-guest-link";

  /** A link, and what is secret of it; who made it sees it once. */
  public record Made(GuestLink link, String token) {}

  private final Current<GuestSettings> settings;
  private final GuestLinkStore store;
  private final Timers timers;
  private final Clock clock;
  private final AuditTrail trail;
  private final Consumer<GuestLinkEnded> ended;
  private final Consumer<GuestLinksChanged> changed;
  private final Map<String, GuestLink> byId = new LinkedHashMap<>();
  private final Map<String, String> byHash = new LinkedHashMap<>();
  private final Map<String, Timers.Timer> ends = new LinkedHashMap<>();

  /**
   * @param ended is told of each link that ends, without a lock
   * @param changed is told, without a lock, of each change that people who may invite see
   */
  public GuestLinks(
      Current<GuestSettings> settings,
      GuestLinkStore store,
      Timers timers,
      Clock clock,
      AuditTrail trail,
      Consumer<GuestLinkEnded> ended,
      Consumer<GuestLinksChanged> changed) {
    this.settings = settings;
    this.store = store;
    this.timers = timers;
    this.clock = clock;
    this.trail = trail;
    this.ended = ended;
    this.changed = changed;
    store.all().stream()
        .sorted(Comparator.comparing(GuestLink::made).thenComparing(GuestLink::id))
        .forEach(this::index);
    byId.values().forEach(this::watch);
  }

  private void index(GuestLink link) {
    byId.put(link.id(), link);
    byHash.put(link.hash(), link.id());
  }

  private void keep(GuestLink link) {
    index(link);
    store.put(link);
  }

  /** Ends it when its time is over, also where that came by a change of the computer's clock. */
  private void watch(GuestLink link) {
    Instant now = clock.instant();
    if (link.isOpen(now)) {
      Duration wait = Timers.untilLook(Duration.between(now, link.until()));
      ends.put(link.id(), timers.after(wait, () -> look(link.id())));
    }
  }

  private void look(String id) {
    GuestLink link;
    synchronized (this) {
      link = byId.get(id);
      ends.remove(id);
      if (link == null || link.end().isPresent()) {
        return;
      }
      if (link.isOpen(clock.instant())) {
        watch(link);
        return;
      }
    }
    tellEnd(link, "expired");
  }

  /** Nobody's act. */
  private void tellEnd(GuestLink link, String why) {
    trail.add(
        new AuditEntry(
            clock.instant(),
            Optional.empty(),
            "",
            Optional.empty(),
            "guest-link-ended",
            object(link.room(), link.id()),
            Outcome.DONE,
            why));
    tellEnd(link);
  }

  private static String object(String room, String link) {
    return room + " " + link;
  }

  private void tellEnd(GuestLink link) {
    ended.accept(new GuestLinkEnded(link.id(), link.room()));
    changed.accept(new GuestLinksChanged(link.room()));
  }

  /** How long a link is good when nobody says otherwise, and how many there may be. */
  public GuestSettings settings() {
    return settings.now();
  }

  /** The links of a room that are good, in the order in which they were made. */
  public synchronized List<GuestLink> of(String room) {
    Instant now = clock.instant();
    return byId.values().stream()
        .filter(link -> link.room().equals(room) && link.isOpen(now))
        .toList();
  }

  /**
   * Makes a link.
   *
   * @param life how long it is good
   * @throws GuestRefused {@code guest-link-time}, {@code too-many-guest-links}
   */
  public Made make(Actor maker, String room, Duration life, boolean once) {
    try {
      Made made = made(maker, room, life, once);
      trail.add(AuditEntry.done(maker, MAKE, object(room, made.link().id())));
      changed.accept(new GuestLinksChanged(room));
      return made;
    } catch (GuestRefused refused) {
      trail.add(AuditEntry.refused(maker, MAKE, room, refused.code()));
      throw refused;
    }
  }

  private Made made(Actor maker, String room, Duration life, boolean once) {
    if (!settings.now().permits(life)) {
      throw new GuestRefused(
          Reason.GUEST_LINK_TIME, "guest-link-time", settings.now().longest().toHours());
    }
    String token = Token.fresh();
    GuestLink link;
    synchronized (this) {
      if (of(room).size() >= settings.now().links()) {
        throw new GuestRefused(
            Reason.TOO_MANY_GUEST_LINKS, "too-many-guest-links", settings.now().links());
      }
      Instant now = clock.instant();
      link =
          new GuestLink(
              RandomText.unguessable(),
              Token.hash(token),
              room,
              maker.person(),
              maker.name(),
              now,
              now.plus(life),
              once,
              0,
              Optional.empty());
      keep(link);
      watch(link);
      forgetOld(room);
    }
    return new Made(link, token);
  }

  /**
   * Ends a link of a room; who came by it alone has to go.
   *
   * @throws GuestRefused {@code no-such-guest-link} when none of the room's is good any more
   */
  public void revoke(Actor actor, String room, String id) {
    GuestLink link;
    synchronized (this) {
      link =
          open(id)
              .filter(known -> known.room().equals(room))
              .orElseThrow(
                  () -> {
                    GuestRefused none = GuestRefused.unknown();
                    trail.add(AuditEntry.refused(actor, REVOKE, object(room, id), none.code()));
                    return none;
                  });
      end(link, End.REVOKED);
    }
    trail.add(AuditEntry.done(actor, REVOKE, object(room, id)));
    tellEnd(link);
  }

  /** The room is gone, and its links with it. */
  public void roomGone(String room) {
    List<GuestLink> links;
    synchronized (this) {
      links = of(room);
      links.forEach(link -> end(link, End.ROOM_GONE));
    }
    links.forEach(link -> tellEnd(link, "room-gone"));
  }

  private void end(GuestLink link, End why) {
    keep(link.ended(why));
    Optional.ofNullable(ends.remove(link.id())).ifPresent(Timers.Timer::cancel);
  }

  /**
   * The link of this token, which a browser may use.
   *
   * @param again the id of a link that the browser has used already; another use costs nothing
   * @param from where the browser is
   * @throws GuestRefused when there is none, or it is good no longer: why
   */
  public GuestLink look(String token, Optional<String> again, InetAddress from) {
    try {
      return opened(token, again);
    } catch (GuestRefused refused) {
      trail.add(AuditEntry.refusedTo(from, clock.instant(), USE, "", refused.code()));
      throw refused;
    }
  }

  /** Whether {@link #look} would find it; nobody is told that somebody asked. */
  public boolean opens(String token, Optional<String> again) {
    try {
      opened(token, again);
      return true;
    } catch (GuestRefused refused) {
      return false;
    }
  }

  private synchronized GuestLink opened(String token, Optional<String> again) {
    GuestLink link =
        Optional.ofNullable(byHash.get(Token.hash(token)))
            .map(byId::get)
            .orElseThrow(GuestRefused::unknown);
    requireOpen(link);
    if (link.isUsedUp() && again.filter(link.id()::equals).isEmpty()) {
      throw GuestRefused.usedUp();
    }
    return link;
  }

  /** The same, and somebody comes by it now. */
  public GuestLink use(Actor guest, String token, Optional<String> again) {
    GuestLink link;
    try {
      link = used(token, again);
    } catch (GuestRefused refused) {
      trail.add(AuditEntry.refused(guest, USE, "", refused.code()));
      throw refused;
    }
    trail.add(AuditEntry.done(guest, USE, object(link.room(), link.id())));
    changed.accept(new GuestLinksChanged(link.room()));
    return link;
  }

  private synchronized GuestLink used(String token, Optional<String> again) {
    GuestLink link = opened(token, again);
    if (again.filter(link.id()::equals).isPresent()) {
      return link;
    }
    GuestLink used = link.usedAgain();
    keep(used);
    return used;
  }

  private void requireOpen(GuestLink link) {
    link.end()
        .ifPresent(
            why -> {
              throw GuestRefused.ended(why);
            });
    if (!link.isOpen(clock.instant())) {
      throw GuestRefused.expired();
    }
  }

  /**
   * The link by which somebody is here.
   *
   * @throws GuestRefused when it is good no longer: why
   */
  public synchronized GuestLink required(String id) {
    GuestLink link = Optional.ofNullable(byId.get(id)).orElseThrow(GuestRefused::unknown);
    requireOpen(link);
    return link;
  }

  /** Those of all rooms that are good, in the order in which they were made. */
  public synchronized List<GuestLink> open() {
    Instant now = clock.instant();
    return byId.values().stream().filter(link -> link.isOpen(now)).toList();
  }

  /** The link of this id, if it is good. */
  public synchronized Optional<GuestLink> open(String id) {
    return Optional.ofNullable(byId.get(id)).filter(link -> link.isOpen(clock.instant()));
  }

  /** Those that a person made, also such as ended, in the order in which they were made. */
  public synchronized List<GuestLink> by(PersonId maker) {
    return byId.values().stream().filter(link -> link.by().equals(maker)).toList();
  }

  /** The maker is erased: those that are good end, and none is that person's any more. */
  public void erase(PersonId maker) {
    List<GuestLink> open;
    synchronized (this) {
      Instant now = clock.instant();
      open = by(maker).stream().filter(link -> link.isOpen(now)).toList();
      open.forEach(link -> end(link, End.REVOKED));
      by(maker).forEach(link -> keep(link.ofNobody()));
    }
    open.forEach(link -> tellEnd(link, "maker-erased"));
  }

  /** Forgets those that ended long ago. */
  public synchronized void forgetOld() {
    Instant before = clock.instant().minus(REMEMBERED);
    List.copyOf(byId.values()).stream()
        .filter(link -> link.until().isBefore(before))
        .forEach(this::forget);
  }

  private void forgetOld(String room) {
    Instant now = clock.instant();
    List<GuestLink> over =
        byId.values().stream()
            .filter(link -> link.room().equals(room) && !link.isOpen(now))
            .toList();
    over.stream().limit(Math.max(0, over.size() - MOST_ENDED)).toList().forEach(this::forget);
  }

  private void forget(GuestLink link) {
    byId.remove(link.id());
    byHash.remove(link.hash());
    store.remove(link.id());
  }
}
