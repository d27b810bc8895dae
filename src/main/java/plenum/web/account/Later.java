package plenum.web.account;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Waits for slow work with passwords, of which few are under way or wait at a time; whatever is
 * more is refused at once. An asynchronous response would leave the request's context behind on the
 * server's thread (Payara Micro 6.2025.10 warns of it at the next request, WELD-000225).
 */
final class Later {

  private Later() {}

  /**
   * What the work answers.
   *
   * @throws RuntimeException as the work does
   */
  static <T> T done(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
