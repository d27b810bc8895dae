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
import plenum.call.CallStore.KeptCall;
import plenum.identity.PersonId;
import plenum.records.Erased;
import plenum.settings.CallSettings;
import plenum.settings.Current;

/**
 * The records that people can look up, bounded for each person, altogether and by age. They are in
 * the order in which they were added, so what is too old or too many is always at the front. A
 * store keeps them as well; it is asked once, at the start.
 */
final class InMemoryCallRecords implements CallRecords {

  /** One person's records by number, and the last one that the person has seen. */
  private static final class Book {
    private final Deque<Long> numbers = new ArrayDeque<>();
    private long seen = -1;
  }

  private final Current<CallSettings> settings;
  private final InstantSource clock;
  private final CallStore store;
  private final Map<Long, KeptCall> all = new LinkedHashMap<>();
  private final Map<PersonId, Book> books = new HashMap<>();
  private long next;

  InMemoryCallRecords(Current<CallSettings> settings, InstantSource clock, CallStore store) {
    this.settings = settings;
    this.clock = clock;
    this.store = store;
    Instant oldest = clock.instant().minus(settings.now().recordAge());
    for (KeptCall kept : store.newest(settings.now().recordsTotal(), oldest)) {
      Book book = add(kept);
      book.seen = kept.seen() ? book.numbers.getLast() : book.seen;
    }
  }

  @Override
  public synchronized void put(PersonId person, CallRecord record) {
    forgetOld();
    KeptCall kept = new KeptCall(person, record, clock.instant(), false);
    add(kept);
    store.put(kept);
  }

  private Book add(KeptCall kept) {
    Book book = books.computeIfAbsent(kept.owner(), owner -> new Book());
    while (book.numbers.size() >= settings.now().records()) {
      all.remove(book.numbers.removeFirst());
    }
    long number = next++;
    book.numbers.addLast(number);
    all.put(number, kept);
    while (all.size() > settings.now().recordsTotal()) {
      forgetFirst();
    }
    return book;
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
    if (book != null && book.seen < book.numbers.getLast()) {
      book.seen = book.numbers.getLast();
      store.markSeen(person);
    }
  }

  @Override
  public synchronized void erase(PersonId person) {
    books.remove(person);
    all.values().removeIf(kept -> kept.owner().equals(person));
    all.replaceAll(
        (number, kept) -> kept.record().with().id().equals(person) ? without(kept) : kept);
    store.erase(person);
  }

  private static KeptCall without(KeptCall kept) {
    CallRecord record = kept.record().with(new Party(Erased.PERSON, Erased.NAME));
    return new KeptCall(kept.owner(), record, kept.since(), kept.seen());
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
    Instant oldest = clock.instant().minus(settings.now().recordAge());
    Iterator<KeptCall> kept = all.values().iterator();
    while (kept.hasNext()) {
      KeptCall first = kept.next();
      if (!first.since().isBefore(oldest)) {
        return;
      }
      kept.remove();
      forgetFirstOf(first.owner());
    }
  }

  private void forgetFirst() {
    Iterator<KeptCall> kept = all.values().iterator();
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
