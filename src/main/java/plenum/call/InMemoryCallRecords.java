package plenum.call;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plenum.identity.PersonId;
import plenum.settings.CallSettings;

/**
 * The records of this JVM, bounded for each person, altogether and by age. They are in the order in
 * which they were added, so what is too old or too many is always at the front.
 */
final class InMemoryCallRecords implements CallRecords {

  private record Kept(PersonId owner, CallRecord record, Instant since) {}

  /** One person's records by number, and the last one that the person has seen. */
  private static final class Book {
    private final Deque<Long> numbers = new ArrayDeque<>();
    private long seen = -1;
  }

  private final CallSettings settings;
  private final InstantSource clock;
  private final Map<Long, Kept> all = new LinkedHashMap<>();
  private final Map<PersonId, Book> books = new HashMap<>();
  private long next;

  InMemoryCallRecords(CallSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public synchronized void put(PersonId person, CallRecord record) {
    forgetOld();
    Book book = books.computeIfAbsent(person, owner -> new Book());
    if (book.numbers.size() >= settings.records()) {
      all.remove(book.numbers.removeFirst());
    }
    long number = next++;
    book.numbers.addLast(number);
    all.put(number, new Kept(person, record, clock.instant()));
    if (all.size() > settings.recordsTotal()) {
      forgetFirst();
    }
  }

  @Override
  public synchronized List<CallRecord> of(PersonId person) {
    forgetOld();
    List<CallRecord> records = new ArrayList<>();
    numbers(person).forEach(number -> records.add(all.get(number).record()));
    Collections.reverse(records);
    return records;
  }

  @Override
  public synchronized int missed(PersonId person) {
    forgetOld();
    Book book = books.get(person);
    return (int)
        numbers(person).stream()
            .filter(number -> number > book.seen && all.get(number).record().isMissed())
            .count();
  }

  @Override
  public synchronized void markSeen(PersonId person) {
    Book book = books.get(person);
    if (book != null) {
      book.seen = book.numbers.getLast();
    }
  }

  /** How many are kept, of everybody. */
  synchronized int size() {
    return all.size();
  }

  private Deque<Long> numbers(PersonId person) {
    Book book = books.get(person);
    return book == null ? new ArrayDeque<>() : book.numbers;
  }

  private void forgetOld() {
    Instant oldest = clock.instant().minus(settings.recordAge());
    Iterator<Kept> kept = all.values().iterator();
    while (kept.hasNext()) {
      Kept first = kept.next();
      if (!first.since().isBefore(oldest)) {
        return;
      }
      kept.remove();
      forgetFirstOf(first.owner());
    }
  }

  private void forgetFirst() {
    Iterator<Kept> kept = all.values().iterator();
    PersonId owner = kept.next().owner();
    kept.remove();
    forgetFirstOf(owner);
  }

  private void forgetFirstOf(PersonId owner) {
    Book book = books.get(owner);
    book.numbers.removeFirst();
    if (book.numbers.isEmpty()) {
      books.remove(owner);
    }
  }
}
