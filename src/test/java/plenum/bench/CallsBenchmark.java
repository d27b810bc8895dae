package plenum.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long it takes until a call rings at the other side, and until an answer is back, over the
 * WebSocket of a running server: from the message that asks, sent by one client, to the one that
 * tells, read by another. Everybody else watches the list of people, in which both change.
 */
public final class CallsBenchmark {

  private static final int WARM_UP = 500;
  private static final int CALLS = 2_000;
  private static final List<Integer> ONLINE = List.of(2, 200);
  private static final Map<String, String> SETTINGS =
      Map.of(
          "plenum.signal.rate", "100000",
          "plenum.signal.burst", "100000",
          "plenum.people.per-address", "1000",
          "plenum.media.port", "0");

  private final int[] rung = new int[CALLS];
  private final int[] answered = new int[CALLS];

  private CallsBenchmark() {}

  /** Measures, in about a minute. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    MachineLoad.awaitQuiet();
    try (MeasuredServer server =
        MeasuredServer.launch("plenum", MeasuredServer.plenum(), SETTINGS)) {
      server.awaitReady("/health/ready", "plenum");
      People people = People.named(server.origin(), ONLINE.get(ONLINE.size() - 1));
      for (int online : ONLINE) {
        new CallsBenchmark().measure(server, people.all().subList(0, online));
      }
    }
  }

  private void measure(MeasuredServer server, List<Person> people)
      throws IOException, InterruptedException {
    List<Telephone> telephones = new ArrayList<>();
    HttpClient http = HttpClient.newHttpClient();
    try {
      for (Person person : people) {
        telephones.add(Telephone.connect(http, server.origin(), person));
      }
      for (int call = -WARM_UP; call < CALLS; call++) {
        // Back and forth, so that neither side is favoured.
        Telephone from = telephones.get(Math.floorMod(call, 2));
        call(from, telephones.get(Math.floorMod(call + 1, 2)), call);
      }
    } finally {
      telephones.forEach(Telephone::close);
    }
    report(people.size());
  }

  private void call(Telephone from, Telephone to, int index)
      throws IOException, InterruptedException {
    long asked = System.nanoTime();
    from.send(
        "{\"type\":\"start-call\",\"request\":1,\"person\":\"%s\"}".formatted(to.person().id()));
    Telephone.Told ringing = to.await("ringing");
    long accepted = to.ask("accept-call", ringing.id());
    Telephone.Told heard = from.await("accepted");
    from.ask("end-call", ringing.id());
    from.await("ended");
    to.await("ended");
    if (index >= 0) {
      rung[index] = micros(asked, ringing);
      answered[index] = micros(accepted, heard);
    }
  }

  private static int micros(long from, Telephone.Told to) {
    return (int) ((to.nanos() - from) / 1_000);
  }

  private void report(int online) throws IOException {
    System.out.printf(
        "%d online, %d calls after %d, load average %.1f, %s%n",
        online, CALLS, WARM_UP, MachineLoad.now(), Machine.description());
    line("start-call sent to ringing at the other side", Latencies.of(rung));
    line("accept-call sent to accepted at the caller", Latencies.of(answered));
  }

  private static void line(String what, Latencies ms) {
    System.out.printf(
        Locale.ROOT,
        "| %s | p50 %.2f ms | p99 %.2f ms | worst %.1f ms |%n",
        what,
        ms.median(),
        ms.p99(),
        ms.worst());
  }
}
