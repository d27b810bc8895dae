package plenum.account.oidc;

import com.nimbusds.oauth2.sdk.GeneralException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import plenum.account.AccountRefused;
import plenum.account.AccountRefused.Reason;
import plenum.settings.OidcSettings;
import plenum.time.Stopwatch;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0), asked when somebody first logs
 * in, and again after an hour: a provider that is down at Plenum's start is found later. It is
 * asked once at a time, on a thread of its own; whoever needs the answer waits for it no longer
 * than one time-out, and nobody waits while there is an old one.
 */
final class Provider {

  private static final System.Logger LOG = System.getLogger(Provider.class.getName());
  private static final Duration FRESH = Duration.ofHours(1);

  /** A provider that answers drop by drop is asked anew after so long. */
  private static final Duration GIVEN_UP = Duration.ofMinutes(2);

  /** One question that is under way, or was answered. */
  private record Asked(CompletableFuture<Optional<Known>> answer, Stopwatch since) {}

  private final OidcSettings settings;
  private final Trusted trusted;
  private Optional<Known> known = Optional.empty();
  private Optional<Asked> asked = Optional.empty();

  /** When the last question that failed did so. */
  private long failed;

  Provider(OidcSettings settings, Trusted trusted) {
    this.settings = settings;
    this.trusted = trusted;
  }

  /**
   * What is known; an old answer is better than none.
   *
   * @param arrived when whoever needs it came, as of {@link System#nanoTime}: a question that has
   *     failed since then is not asked again for that one
   * @throws AccountRefused {@code login-busy} when the provider does not answer in time
   */
  Known known(long arrived) {
    Asked last;
    synchronized (this) {
      last = asked.filter(one -> isGood(one, arrived)).orElseGet(this::ask);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return answer(last).orElseThrow(Provider::away);
  }

  /**
   * What is known may be of before a change, such as to other keys: it is asked for again when it
   * is needed next.
   */
  synchronized void doubt() {
    asked = asked.filter(one -> !one.answer().isDone());
  }

  /** Whether there is nothing to be asked now. */
  private boolean isGood(Asked last, long arrived) {
    Duration age = last.since().passed();
    if (!last.answer().isDone()) {
      return age.compareTo(GIVEN_UP) < 0;
    }
    boolean succeeded = last.answer().join().isPresent();
    return succeeded ? age.compareTo(FRESH) < 0 : known.isEmpty() && failed - arrived >= 0;
  }

  private Asked ask() {
    CompletableFuture<Optional<Known>> answer = new CompletableFuture<>();
    Asked now = new Asked(answer, Stopwatch.start(System::nanoTime));
    asked = Optional.of(now);
    Thread thread = new Thread(() -> answered(now), "plenum-provider");
    thread.setDaemon(true);
    thread.start();
    return now;
  }

  private void answered(Asked question) {
    Optional<Known> answer = Optional.empty();
    try {
      answer = Optional.of(Known.of(settings, trusted));
    } catch (GeneralException | IOException | RuntimeException why) {
      LOG.log(Level.WARNING, "The provider of logins does not answer: {0}", why.getMessage());
    } finally {
      synchronized (this) {
        known = answer.or(() -> known);
        failed = answer.isEmpty() ? System.nanoTime() : failed;
      }
      question.answer().complete(answer);
    }
  }

  /** Waits for what is left of one time-out. */
  private Optional<Known> answer(Asked question) {
    Duration left = settings.patience().minus(question.since().passed());
    try {
      return question.answer().get(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException none) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static AccountRefused away() {
    return new AccountRefused(Reason.LOGIN_BUSY, "login-busy.provider");
  }
}
