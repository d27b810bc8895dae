package plenum.account;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import plenum.identity.Argon2;

/**
 * Where passwords are hashed and checked: on few threads of its own, so that however many log in at
 * once, neither the processors nor the memory nor the threads of the server are theirs. What cannot
 * be served soon is refused.
 */
public final class Hashing {

  /** A few seconds' work: who waits has one of the server's 200 threads. */
  private static final int WAITING = 64;

  /** Others may take their time-out for each. */
  private static final int WAITING_FOR_OTHERS = 16;

  private static final int OF_OTHERS = 8;

  /** Of a password that nobody has: unknown accounts take as long as known ones. */
  private static final class Nobodys {
    private static final PasswordHash HASH = PasswordHash.of("nobody's");
  }

  private final ThreadPoolExecutor workers;
  private final Semaphore processors = new Semaphore(Argon2.AT_ONCE);

  /** For passwords that are kept here. */
  Hashing() {
    this(Argon2.AT_ONCE, WAITING);
  }

  /** For passwords that others check, who may be slow. */
  static Hashing elsewhere() {
    return new Hashing(OF_OTHERS, WAITING_FOR_OTHERS);
  }

  Hashing(int threads, int waiting) {
    workers =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            Hashing::thread);
    workers.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "plenum-logins");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /**
   * Does slow work with passwords, on one of the threads.
   *
   * @return fails with an {@link AccountRefused} when too much waits already, or as the work does
   */
  public <T> CompletableFuture<T> later(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      workers.execute(() -> complete(result, work));
    } catch (RejectedExecutionException full) {
      result.completeExceptionally(
          new AccountRefused(AccountRefused.Reason.LOGIN_BUSY, "login-busy"));
    }
    return result;
  }

  private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
    try {
      result.complete(work.get());
    } catch (RuntimeException | Error failed) {
      result.completeExceptionally(failed);
    }
  }

  /** Hashes a password, on the caller's thread, which should be one of these. */
  public PasswordHash hash(String password) {
    return sparingly(() -> PasswordHash.of(password));
  }

  /** Whether the password is this one's; takes as long when there is none. */
  public boolean matches(String password, Optional<PasswordHash> hash) {
    boolean same = sparingly(() -> hash.orElse(Nobodys.HASH).is(password));
    return same && hash.isPresent();
  }

  private <T> T sparingly(Supplier<T> work) {
    processors.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      processors.release();
    }
  }

  void stop() {
    workers.shutdownNow();
  }
}
