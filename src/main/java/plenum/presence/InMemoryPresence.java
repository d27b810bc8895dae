package plenum.presence;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.order.Guard;
import plenum.presence.PresenceEvent.PersonOffline;
import plenum.presence.PresenceEvent.PersonOnline;
import plenum.presence.PresenceEvent.PersonUpdated;
import plenum.presence.PresenceRefused.Reason;
import plenum.settings.Current;
import plenum.settings.Network;
import plenum.settings.PresenceSettings;
import plenum.time.Timers;

/** The people online in this JVM, behind one guard. */
final class InMemoryPresence implements Presence {

  private static final Timers.Timer NO_TIMER = () -> {};

  private final Current<PresenceSettings> settings;
  private final Timers timers;
  private final KeptNames kept;
  private final Function<DisplayName, Optional<PersonId>> accounts;
  private final Consumer<PresenceEvent> events;

  private final Guard guard = new Guard();
  private final Map<PersonId, Entry> people = new LinkedHashMap<>();
  private final Map<String, PersonId> names = new HashMap<>();
  private final Map<SessionId, PersonId> sessions = new HashMap<>();

  InMemoryPresence(
      Current<PresenceSettings> settings,
      Timers timers,
      KeptNames kept,
      Function<DisplayName, Optional<PersonId>> accounts,
      Consumer<PresenceEvent> events) {
    this.accounts = accounts;
    this.settings = settings;
    this.timers = timers;
    this.kept = kept;
    this.events = events;
  }

  @Override
  public void connect(Actor actor) {
    guard.run(
        () -> {
          refuseTaken(actor.person(), actor.name());
          Entry known = people.get(actor.person());
          if (known == null) {
            Entry newcomer = arrive(actor);
            tell(new PersonOnline(actor.person()));
            open(actor, newcomer);
          } else {
            refuseMoreSessions(known);
            open(actor, known);
          }
        });
  }

  private void open(Actor actor, Entry entry) {
    boolean renamed = call(entry, actor.name());
    boolean back = entry.tabs.add(actor.session());
    if (renamed || back) {
      tell(new PersonUpdated(entry.id));
    }
    entry.departure.cancel();
    entry.departure = NO_TIMER;
    sessions.put(actor.session(), entry.id);
    kept.keep(entry.id, entry.name, entry.network);
  }

  @Override
  public void disconnect(SessionId session, boolean saidGoodbye) {
    guard.run(
        () ->
            Optional.ofNullable(sessions.remove(session))
                .filter(person -> closeTab(people.get(person), session, saidGoodbye))
                .ifPresent(person -> tell(new PersonUpdated(person))));
  }

  private boolean closeTab(Entry entry, SessionId session, boolean saidGoodbye) {
    boolean changed = entry.tabs.remove(session);
    if (entry.tabs.isEmpty()) {
      entry.departure =
          timers.after(settings.now().grace(saidGoodbye), () -> departIfStillGone(entry));
    }
    return changed;
  }

  @Override
  public void update(Actor actor, Availability availability) {
    guard.run(
        () ->
            Optional.ofNullable(sessions.get(actor.session()))
                .filter(person -> people.get(person).tabs.say(actor.session(), availability))
                .ifPresent(person -> tell(new PersonUpdated(person))));
  }

  @Override
  public void rename(Actor actor, DisplayName name) {
    guard.run(
        () -> {
          refuseTaken(actor.person(), name);
          kept.rename(actor.person(), name);
          Optional.ofNullable(people.get(actor.person()))
              .filter(entry -> call(entry, name))
              .ifPresent(entry -> tell(new PersonUpdated(entry.id)));
        });
  }

  @Override
  public void forget(PersonId person) {
    guard.run(
        () -> {
          Entry gone = people.remove(person);
          if (gone != null) {
            gone.departure.cancel();
            names.remove(gone.name.key());
            sessions.values().removeIf(person::equals);
            tell(new PersonOffline(person));
          }
          kept.forget(person);
        });
  }

  @Override
  public Optional<DisplayName> nameOf(PersonId person) {
    return guard.look(
        () ->
            Optional.ofNullable(people.get(person))
                .map(entry -> entry.name)
                .or(() -> kept.nameOf(person)));
  }

  @Override
  public Optional<OnlinePerson> person(PersonId person) {
    return guard.look(() -> Optional.ofNullable(people.get(person)).map(Entry::seen));
  }

  @Override
  public List<OnlinePerson> people() {
    return guard.look(() -> people.values().stream().map(Entry::seen).toList());
  }

  /** The names that are kept for people who may come back, and of those who are here. */
  List<KeptName> names() {
    return guard.look(kept::all);
  }

  /** Everybody who is here was here today: the server is about to stop. */
  void keepNames() {
    guard.run(
        () -> people.values().forEach(entry -> kept.keep(entry.id, entry.name, entry.network)));
  }

  private void tell(PresenceEvent event) {
    guard.then(() -> events.accept(event));
  }

  /** A name that an account gives is its person's, whoever else was called so until now. */
  private void refuseTaken(PersonId person, DisplayName name) {
    Optional<PersonId> own = accounts.apply(name);
    if (own.filter(person::equals).isPresent()) {
      takeBack(person, name);
    } else if (own.isPresent()) {
      throw new PresenceRefused(Reason.NAME_TAKEN, "name-taken.account", name);
    }
    PersonId owner = names.get(name.key());
    if (owner != null && !owner.equals(person)) {
      throw new PresenceRefused(Reason.NAME_TAKEN, "name-taken", name);
    }
    if (kept.holder(name).filter(holder -> !holder.equals(person)).isPresent()) {
      throw new PresenceRefused(Reason.NAME_TAKEN, "name-taken.kept", name, kept.days());
    }
  }

  private void takeBack(PersonId person, DisplayName name) {
    kept.release(name, person);
    Optional.ofNullable(names.get(name.key()))
        .filter(borrower -> !borrower.equals(person))
        .map(people::get)
        .ifPresent(
            borrower -> {
              call(borrower, free(name));
              tell(new PersonUpdated(borrower.id));
            });
  }

  /** The name with a number behind it that nobody has. */
  private DisplayName free(DisplayName name) {
    int number = 2;
    DisplayName other = name.numbered(number);
    while (names.containsKey(other.key()) || accounts.apply(other).isPresent()) {
      other = name.numbered(++number);
    }
    return other;
  }

  private void refuseMoreSessions(Entry entry) {
    if (entry.tabs.size() >= settings.now().sessions()) {
      throw new PresenceRefused(
          Reason.TOO_MANY_SESSIONS, "too-many-sessions", settings.now().sessions());
    }
  }

  private Entry arrive(Actor actor) {
    if (people.size() >= settings.now().people()) {
      throw new PresenceRefused(Reason.TOO_MANY_PEOPLE, "too-many-people", settings.now().people());
    }
    if (fromThere(actor.network()) >= settings.now().perAddress()) {
      throw new PresenceRefused(
          Reason.TOO_MANY_FROM_ADDRESS,
          "too-many-from-address.people",
          settings.now().perAddress());
    }
    Entry entry = new Entry(actor);
    people.put(entry.id, entry);
    names.put(entry.name.key(), entry.id);
    return entry;
  }

  private long fromThere(Network network) {
    return people.values().stream().filter(entry -> entry.network.equals(network)).count();
  }

  private boolean call(Entry entry, DisplayName name) {
    if (entry.name.equals(name)) {
      return false;
    }
    names.remove(entry.name.key());
    names.put(name.key(), entry.id);
    entry.name = name;
    return true;
  }

  private void departIfStillGone(Entry entry) {
    guard.run(
        () -> {
          // A timer that fires while its person comes back finds the sessions filled again.
          if (people.get(entry.id) == entry && entry.tabs.isEmpty()) {
            people.remove(entry.id);
            names.remove(entry.name.key());
            kept.keep(entry.id, entry.name, entry.network);
            tell(new PersonOffline(entry.id));
          }
        });
  }

  private static final class Entry {
    private final PersonId id;

    /** From where the first connection came. */
    private final Network network;

    private final boolean outsider;
    private final Tabs tabs = new Tabs();
    private DisplayName name;
    private Timers.Timer departure = NO_TIMER;

    private Entry(Actor actor) {
      this.id = actor.person();
      this.name = actor.name();
      this.network = actor.network();
      this.outsider = actor.isOutsider();
    }

    private OnlinePerson seen() {
      return new OnlinePerson(id, name, tabs.together(), outsider);
    }
  }
}
