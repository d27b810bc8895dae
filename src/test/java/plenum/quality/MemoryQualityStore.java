package plenum.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import plenum.identity.PersonId;
import plenum.room.RoomId;

/** Keeps nothing over a restart. */
final class MemoryQualityStore implements QualityStore {

  final List<QualityMinute> minutes = new ArrayList<>();

  @Override
  public synchronized void add(QualityMinute minute) {
    minutes.add(minute);
  }

  @Override
  public synchronized List<QualityMinute> ofRoom(
      RoomId room, Instant from, Instant until, int first, int most) {
    return minutes.stream()
        .filter(minute -> minute.room().equals(room))
        .filter(minute -> !minute.at().isBefore(from) && minute.at().isBefore(until))
        .sorted(
            Comparator.comparing(QualityMinute::at)
                .thenComparing(minute -> minute.person().value()))
        .skip(first)
        .limit(most)
        .toList();
  }

  @Override
  public synchronized List<QualityMinute> ofPerson(PersonId person, int first, int most) {
    return minutes.stream()
        .filter(minute -> minute.person().equals(person))
        .sorted(Comparator.comparing(QualityMinute::at).reversed())
        .skip(first)
        .limit(most)
        .toList();
  }

  @Override
  public synchronized void erase(PersonId person) {
    minutes.removeIf(minute -> minute.person().equals(person));
  }
}
