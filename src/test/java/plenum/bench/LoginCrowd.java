package plenum.bench;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** People who log in, each from an address of the own, and one who guesses. */
final class LoginCrowd implements AutoCloseable {

  static final String PASSWORD = "correct horse battery";

  /** Where the one sits who guesses. */
  private static final int GUESSER = 250 * 250;

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI site;
  private final int accounts;
  private final AtomicInteger next = new AtomicInteger(1);
  private final AtomicInteger guesses = new AtomicInteger();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(150);

  LoginCrowd(URI site, int accounts) {
    this.site = site;
    this.accounts = accounts;
  }

  /** A page of who is in. */
  static void page(URI site, String cookie) {
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(site.resolve("/rooms")).header("Cookie", cookie);
    HttpResponse<String> page = sent(asked);
    if (page.statusCode() != 200) {
      throw new IllegalStateException("a page answers " + page.statusCode());
    }
  }

  static String cookie(HttpResponse<String> in) {
    return in.headers().allValues("set-cookie").stream()
        .map(header -> header.substring(0, header.indexOf(';')))
        .collect(Collectors.joining("; "));
  }

  HttpResponse<String> login(int person, String password) {
    return login(person, password, person);
  }

  private HttpResponse<String> login(int person, String password, int from) {
    String body =
        Json.createObjectBuilder()
            .add("name", "login" + (1 + person % accounts))
            .add("password", password)
            .build()
            .toString();
    return sent(
        HttpRequest.newBuilder(site.resolve("/api/login"))
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", "10.1." + from / 250 + "." + (1 + from % 250))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> sent(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** What was answered in one rush, and how late. */
  private static final class Rush {
    private final Queue<Integer> micros = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> guesses = new ConcurrentHashMap<>();

    private static void count(Map<Integer, AtomicInteger> some, HttpResponse<String> answer) {
      some.computeIfAbsent(answer.statusCode(), first -> new AtomicInteger()).incrementAndGet();
    }

    private void print(int people) {
      Latencies told = Latencies.of(micros.stream().mapToInt(Integer::intValue).toArray());
      System.out.printf(
          Locale.ROOT,
          "  %d log in: median %.0f ms, p99 %.0f ms, worst %.0f ms; answers %s; guesses %s%n",
          people,
          told.median(),
          told.p99(),
          told.worst(),
          answers,
          guesses);
    }
  }

  /**
   * So many log in, spread evenly; every tenth types a wrong password first.
   *
   * @param guessing how often somebody else guesses meanwhile; zero: never
   */
  void rush(int people, Duration spread, Duration guessing) throws InterruptedException {
    Rush rush = new Rush();
    Optional<Future<?>> attack =
        Optional.of(guessing).filter(often -> !often.isZero()).map(often -> attack(rush, often));
    long apart = spread.toNanos() / people;
    List<ScheduledFuture<?>> all = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      boolean mistypes = i % 10 == 9;
      all.add(threads.schedule(() -> person(mistypes, rush), apart * i, TimeUnit.NANOSECONDS));
    }
    for (ScheduledFuture<?> one : all) {
      await(one);
    }
    attack.ifPresent(guesses -> guesses.cancel(false));
    rush.print(people);
  }

  private static void await(Future<?> one) throws InterruptedException {
    try {
      one.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Future<?> attack(Rush rush, Duration often) {
    return threads.scheduleAtFixedRate(
        () -> Rush.count(rush.guesses, guess()), 0, often.toMillis(), TimeUnit.MILLISECONDS);
  }

  private HttpResponse<String> guess() {
    int number = guesses.incrementAndGet();
    return login(5000 + number % 2000, "wrong " + number, GUESSER);
  }

  private void person(boolean mistypes, Rush rush) {
    int person = next.getAndIncrement();
    for (String password : mistypes ? List.of("a wrong one", PASSWORD) : List.of(PASSWORD)) {
      long began = System.nanoTime();
      HttpResponse<String> answer = login(person, password);
      rush.micros.add((int) ((System.nanoTime() - began) / 1000));
      Rush.count(rush.answers, answer);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
