package plenum.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GuardTest {

  private final List<String> done = new ArrayList<>();
  private final Guard guard = new Guard();

  /** A change that entails that this is noted. */
  private void note(String what) {
    guard.run(() -> guard.then(() -> done.add(what)));
  }

  @Test
  void doesWhatAChangeEntailsAfterItAndAnswers() {
    String answer =
        guard.change(
            () -> {
              guard.then(() -> done.add("entailed"));
              done.add("changed");
              return "answer";
            });

    assertEquals("answer", answer);
    assertEquals(List.of("changed", "entailed"), done);
  }

  @Test
  void doesAlsoWhatARefusedChangeEntailed() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            guard.run(
                () -> {
                  guard.then(() -> done.add("entailed"));
                  throw new IllegalArgumentException("refused");
                }));

    assertEquals(List.of("entailed"), done);
  }

  @Test
  void doesWhatIsEntailedMeanwhileAfterwards() {
    guard.run(
        () -> {
          guard.then(
              () -> {
                done.add("first");
                note("third");
                done.add("second");
              });
        });

    assertEquals(List.of("first", "second", "third"), done);
  }

  @Test
  void goesOnAfterADefect() {
    guard.run(
        () -> {
          guard.then(
              () -> {
                throw new AssertionError("A defect made by a test.");
              });
          guard.then(() -> done.add("after"));
        });
    note("later");

    assertEquals(List.of("after", "later"), done);
  }

  @Test
  void entailsNothingOutsideOfAChange() {
    assertThrows(IllegalStateException.class, () -> guard.then(() -> done.add("entailed")));
    note("change");
    assertEquals(List.of("change"), done);
  }

  @Test
  void waitsForTheOutermostOfSeveralGuards() {
    Guard outer = new Guard();
    outer.run(
        () -> {
          note("inner");
          outer.then(() -> done.add("outer"));
          done.add("changed");
        });

    assertEquals(List.of("changed", "inner", "outer"), done);
  }

  @Test
  void isNotHeldByWhoIsTold() throws InterruptedException {
    CountDownLatch looked = new CountDownLatch(1);
    guard.run(
        () ->
            guard.then(
                () -> {
                  new Thread(() -> guard.run(looked::countDown)).start();
                  await(looked);
                  done.add("told");
                }));

    assertEquals(List.of("told"), done);
  }

  @Test
  void leavesItToTheThreadThatIsAtIt() throws InterruptedException {
    CountDownLatch telling = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Thread slow =
        new Thread(
            () ->
                guard.run(
                    () ->
                        guard.then(
                            () -> {
                              telling.countDown();
                              await(goOn);
                              done.add("first");
                            })));
    slow.start();
    await(telling);

    note("second");
    assertEquals(List.of(), done);
    goOn.countDown();
    slow.join();

    assertEquals(List.of("first", "second"), done);
  }

  @Test
  void tellsWhileSomethingIsWritten() throws InterruptedException {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Thread slow =
        new Thread(
            () ->
                guard.run(
                    () -> {
                      guard.write(
                          () -> {
                            writing.countDown();
                            await(goOn);
                            done.add("written");
                          });
                      guard.then(() -> done.add("told"));
                    }));
    slow.start();
    await(writing);

    guard.run(
        () -> {
          guard.write(() -> done.add("written later"));
          guard.then(() -> done.add("told later"));
        });
    assertEquals(List.of("told", "told later"), done);
    goOn.countDown();
    slow.join();

    assertEquals(List.of("told", "told later", "written", "written later"), done);
  }

  @Test
  void keepsTheOrderOfTheChangesOfManyThreads() throws InterruptedException {
    List<Integer> changed = new ArrayList<>();
    ConcurrentLinkedQueue<Integer> told = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<Integer> written = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(
          new Thread(
              () -> {
                for (int step = 0; step < 2_000; step++) {
                  guard.run(
                      () -> {
                        int number = changed.size();
                        changed.add(number);
                        guard.then(() -> told.add(number));
                        guard.write(() -> written.add(number));
                      });
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertEquals(16_000, changed.size());
    assertEquals(changed, List.copyOf(told));
    assertEquals(changed, List.copyOf(written));
  }

  /** Two features that change each other when they are told: nobody waits for the other. */
  @Test
  void doesNotLockTwoThreadsThatChangeEachOthersStateWhenTold() throws InterruptedException {
    Guard other = new Guard();
    ConcurrentLinkedQueue<Integer> told = new ConcurrentLinkedQueue<>();
    Thread here = new Thread(() -> back(guard, other, told));
    Thread there = new Thread(() -> back(other, guard, told));
    here.start();
    there.start();
    here.join();
    there.join();

    assertEquals(4_000, told.size());
  }

  private static void back(Guard first, Guard second, ConcurrentLinkedQueue<Integer> told) {
    for (int i = 0; i < 2_000; i++) {
      int number = i;
      first.run(() -> first.then(() -> second.run(() -> second.then(() -> told.add(number)))));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** Who is told of one feature's change makes another feature write. */
  @Test
  void writesWhatIsEntailedByTellingAfterEverythingWasTold() {
    Guard other = new Guard();
    guard.run(
        () -> {
          guard.then(() -> other.run(() -> other.write(() -> done.add("written"))));
          guard.then(() -> done.add("told"));
        });

    assertEquals(List.of("told", "written"), done);
  }
}
