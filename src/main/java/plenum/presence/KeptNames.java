package plenum.presence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.settings.Network;
import plenum.settings.PresenceSettings;

/**
 * The names of people who were here lately: nobody else is called so until the time is over. One
 * for each person, the latest. Whoever comes and goes with ever new cookies takes nobody's name
 * away: where there is no place, only who was away for a while makes room. Guarded by the lock of
 * presence.
 */
final class KeptNames {

  /** Who was here so few days ago makes room for nobody. */
  static final int YOUNG_DAYS = 7;

  /**
   * How many are kept, and for how long.
   *
   * @param days how long a name is kept; 0: not at all
   * @param most names that are kept
   * @param perAddress the same of one address
   */
  record Limits(int days, int most, int perAddress) {

    static Limits of(PresenceSettings settings) {
      return new Limits(settings.nameDays(), settings.names(), settings.namesPerAddress());
    }
  }

  private final Supplier<Limits> limits;
  private final Clock clock;

  /** In the order in which they were last here. */
  private final Map<PersonId, KeptName> byPerson = new LinkedHashMap<>();

  private final Map<String, PersonId> byKey = new HashMap<>();

  /** From where they were when they came first, since the start; in the same order. */
  private final Map<Network, Set<PersonId>> byAddress = new HashMap<>();

  private final Map<PersonId, Network> addresses = new HashMap<>();
  private final NameStore store;

  /**
   * @param limits as they are now
   * @param store keeps them as well; it is asked once, at the start. Some may be over already, and
   *     of too many the oldest are left out
   */
  KeptNames(Supplier<Limits> limits, Clock clock, NameStore store) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
    store.all().stream().sorted(Comparator.comparing(KeptName::day)).forEach(this::put);
    forgetOld();
    while (byPerson.size() > limits.get().most()) {
      forget(byPerson.keySet().iterator().next());
    }
  }

  List<KeptName> all() {
    return List.copyOf(byPerson.values());
  }

  int days() {
    return limits.get().days();
  }

  /** Whose name it is, if it is kept for somebody. */
  Optional<PersonId> holder(DisplayName name) {
    forgetOld();
    return Optional.ofNullable(byKey.get(name.key()));
  }

  /**
   * The person is here, called so; a name of before is free.
   *
   * @param from where the person is
   */
  void keep(PersonId person, DisplayName name, Network from) {
    KeptName before = byPerson.get(person);
    if (days() == 0 || before == null && !makeRoom(from)) {
      return;
    }
    if (before == null) {
      addresses.put(person, from);
    }
    KeptName now = new KeptName(person, name, LocalDate.now(clock));
    put(now);
    if (!now.equals(before)) {
      store.put(now);
    }
  }

  /** The name is an account's person's: whoever else it was kept for has none. */
  void release(DisplayName name, PersonId owner) {
    PersonId holder = byKey.get(name.key());
    if (holder != null && !holder.equals(owner)) {
      forget(holder);
    }
  }

  /** How the person was called for whom a name is kept. */
  Optional<DisplayName> nameOf(PersonId person) {
    forgetOld();
    return Optional.ofNullable(byPerson.get(person)).map(KeptName::name);
  }

  /** Keeps no name for the person. */
  void forget(PersonId person) {
    KeptName gone = byPerson.get(person);
    if (gone != null) {
      remove(gone);
      store.remove(person);
    }
  }

  private boolean makeRoom(Network from) {
    forgetOld();
    Set<PersonId> own = byAddress.getOrDefault(from, Set.of());
    if (own.size() >= limits.get().perAddress()) {
      return giveWay(byPerson.get(own.iterator().next()));
    }
    return byPerson.size() < limits.get().most() || giveWay(byPerson.values().iterator().next());
  }

  private boolean giveWay(KeptName oldest) {
    boolean away = oldest.day().isBefore(LocalDate.now(clock).minusDays(YOUNG_DAYS));
    if (away) {
      forget(oldest.person());
    }
    return away;
  }

  /**
   * Whoever is not here has chosen another name; does nothing for somebody who never was. It makes
   * nobody younger, so that the place among the others stays.
   */
  void rename(PersonId person, DisplayName name) {
    KeptName before = byPerson.get(person);
    if (before != null && !before.name().equals(name)) {
      byKey.remove(before.name().key());
      KeptName now = new KeptName(person, name, before.day());
      byPerson.put(person, now);
      byKey.put(name.key(), person);
      store.put(now);
    }
  }

  /** Puts it behind all others. */
  private void put(KeptName kept) {
    Optional<Network> from = Optional.ofNullable(addresses.get(kept.person()));
    remove(byPerson.get(kept.person()));
    byPerson.put(kept.person(), kept);
    byKey.put(kept.name().key(), kept.person());
    from.ifPresent(address -> count(kept.person(), address));
  }

  private void count(PersonId person, Network from) {
    addresses.put(person, from);
    byAddress.computeIfAbsent(from, first -> new LinkedHashSet<>()).add(person);
  }

  private void remove(KeptName gone) {
    if (gone != null) {
      byPerson.remove(gone.person());
      uncount(gone);
    }
  }

  private void uncount(KeptName gone) {
    byKey.remove(gone.name().key());
    Optional.ofNullable(addresses.remove(gone.person()))
        .ifPresent(
            from ->
                byAddress.computeIfPresent(
                    from,
                    (same, own) -> {
                      own.remove(gone.person());
                      return own.isEmpty() ? null : own;
                    }));
  }

  /** The oldest stand first. */
  private void forgetOld() {
    LocalDate oldest = LocalDate.now(clock).minusDays(days());
    Iterator<KeptName> names = byPerson.values().iterator();
    while (names.hasNext()) {
      KeptName kept = names.next();
      if (days() > 0 && !kept.day().isBefore(oldest)) {
        return;
      }
      names.remove();
      uncount(kept);
      store.remove(kept.person());
    }
  }
}
