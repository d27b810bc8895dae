package plenum.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import plenum.identity.Argon2;

class HashingTest {

  private final Hashing hashing = new Hashing(2, 3);

  @Test
  void knowsThePasswordAgain() {
    PasswordHash hash = hashing.hash("pässword, long enough");

    assertTrue(hashing.matches("pässword, long enough", Optional.of(hash)));
    assertTrue(
        hashing.matches("pa\u0308ssword, long enough", Optional.of(hash)), "as typed on a Mac");
    assertFalse(hashing.matches("password, long enough", Optional.of(hash)));
    assertFalse(hashing.matches("nobody's", Optional.empty()));
    assertNotEquals(hash, hashing.hash("pässword, long enough"), "salted");
    assertTrue(hash.value().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash.value());
    assertEquals("***", hash.toString());
  }

  @Test
  void readsWhatWasMadeWithOtherCosts() {
    PasswordHash few = new PasswordHash(Argon2.hash("x").replaceAll("m=19456", "m=1024"));
    assertTrue(few.isDated());
    assertFalse(PasswordHash.of("x").isDated());
    assertFalse(hashing.matches("x", Optional.of(new PasswordHash("$2a$10$abc"))));
  }

  @Test
  void doesFewAtATimeAndRefusesWhatWouldWaitTooLong() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<CompletableFuture<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      work.add(
          hashing.later(
              () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                await(go);
                running.decrementAndGet();
                return true;
              }));
    }
    assertEquals("login-busy", AccountScene.code(work.get(5)));
    go.countDown();
    CompletableFuture.allOf(work.subList(0, 5).toArray(CompletableFuture[]::new)).join();
    assertTrue(most.get() <= 2, "at a time: " + most);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
