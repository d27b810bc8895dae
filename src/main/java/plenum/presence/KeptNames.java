package plenum.presence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;

/**
 * The names of people who were here lately: nobody else is called so until the time is over. One
 * for each person, the latest. Guarded by the lock of presence.
 */
final class KeptNames {

  private final int days;
  private final int most;
  private final Clock clock;

  /** In the order in which they were last here. */
  private final Map<PersonId, KeptName> byPerson = new LinkedHashMap<>();

  private final Map<String, PersonId> byKey = new HashMap<>();
  private Runnable changed = () -> {};

  /**
   * @param days how long a name is kept; 0: not at all
   * @param most names that are kept; who was not here for longest makes room
   */
  KeptNames(int days, int most, Clock clock) {
    this.days = days;
    this.most = most;
    this.clock = clock;
  }

  /** Keeps these as well; some may be over already. */
  void addAll(Collection<KeptName> names) {
    if (days == 0) {
      return;
    }
    names.stream().sorted((a, b) -> a.day().compareTo(b.day())).forEach(this::put);
    forgetOld();
  }

  /** From now on this is run after each change. */
  void whenChanged(Runnable runnable) {
    changed = runnable;
  }

  List<KeptName> all() {
    return List.copyOf(byPerson.values());
  }

  int days() {
    return days;
  }

  /** Whose name it is, if it is kept for somebody. */
  Optional<PersonId> holder(DisplayName name) {
    forgetOld();
    return Optional.ofNullable(byKey.get(name.key()));
  }

  /** The person is here, called so; a name of before is free. */
  void keep(PersonId person, DisplayName name) {
    KeptName now = new KeptName(person, name, LocalDate.now(clock));
    if (days > 0 && !now.equals(byPerson.get(person))) {
      put(now);
      forgetOld();
      changed.run();
    }
  }

  /** Whoever is not here has chosen another name; does nothing for somebody who never was. */
  void rename(PersonId person, DisplayName name) {
    KeptName before = byPerson.get(person);
    if (before != null && !before.name().equals(name)) {
      put(new KeptName(person, name, before.day()));
      changed.run();
    }
  }

  private void put(KeptName kept) {
    remove(byPerson.get(kept.person()));
    remove(byPerson.get(byKey.get(kept.name().key())));
    byPerson.put(kept.person(), kept);
    byKey.put(kept.name().key(), kept.person());
  }

  private void remove(KeptName gone) {
    if (gone != null) {
      byPerson.remove(gone.person());
      byKey.remove(gone.name().key());
    }
  }

  /** The oldest stand first. */
  private void forgetOld() {
    LocalDate oldest = LocalDate.now(clock).minusDays(days);
    Iterator<KeptName> names = byPerson.values().iterator();
    while (names.hasNext()) {
      KeptName kept = names.next();
      if (byPerson.size() <= most && !kept.day().isBefore(oldest)) {
        return;
      }
      names.remove();
      byKey.remove(kept.name().key());
    }
  }
}
