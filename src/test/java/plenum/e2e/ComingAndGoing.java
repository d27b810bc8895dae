package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** Many people without a browser who come into rooms and leave them, some without a word. */
final class ComingAndGoing implements AutoCloseable {

  /** At the same time in a step: joining, leaving. */
  private static final int AT_ONCE = 8;

  private final PlenumServer server;
  private final List<String> rooms;
  private final List<Browser> people = new ArrayList<>();
  private final Map<String, Integer> named = new TreeMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final List<SignalClient> staying = new ArrayList<>();

  /**
   * @param rooms their ids
   */
  ComingAndGoing(PlenumServer server, int people, List<String> rooms) {
    this.server = server;
    this.rooms = List.copyOf(rooms);
    for (int i = 0; i < people; i++) {
      Browser browser = new Browser(server);
      assertEquals(200, browser.rename(name(i)).statusCode());
      this.people.add(browser);
      named.put(name(i), i);
    }
  }

  private static String name(int number) {
    return "Passer-by %03d".formatted(number);
  }

  /** Everybody comes somewhere, goes on to another room, and leaves. */
  void everybodyPasses() {
    each(
        number -> {
          SignalClient client = enter(number, rooms.get((number + 1) % rooms.size()));
          client.send("{\"type\":\"leave-room\",\"request\":3}");
          client.await(m -> m.containsKey("request") && m.getInt("request") == 3);
          enter(client, rooms.get(number % rooms.size()));
          leave(client);
          return null;
        });
  }

  private static void leave(SignalClient client) {
    if (ThreadLocalRandom.current().nextInt(5) == 0) {
      client.cut();
    } else {
      client.close();
    }
  }

  /**
   * Everybody comes and every other one leaves.
   *
   * @return who is in each room, in the order of their names
   */
  Map<String, TreeSet<String>> halfStays() {
    Map<String, TreeSet<String>> inside = new TreeMap<>();
    rooms.forEach(room -> inside.put(room, new TreeSet<>()));
    Random random = new Random(7);
    List<String> chosen =
        people.stream().map(one -> rooms.get(random.nextInt(rooms.size()))).toList();
    each(
        number -> {
          SignalClient client = enter(number, chosen.get(number));
          if (number % 2 == 0) {
            leave(client);
          } else {
            stays(client);
          }
          return null;
        });
    named.forEach(
        (name, number) -> {
          if (number % 2 == 1) {
            inside.get(chosen.get(number)).add(name);
          }
        });
    return inside;
  }

  private synchronized void stays(SignalClient client) {
    staying.add(client);
  }

  private SignalClient enter(int number, String room) {
    SignalClient client = SignalClient.connect(server, people.get(number));
    client.await("welcome");
    enter(client, room);
    return client;
  }

  private static void enter(SignalClient client, String room) {
    client.send(
        """
        {"type":"join-room","request":1,"room":"%s","devices":
        {"camera":false,"microphone":true,"cameraOff":false,"muted":true}}
        """
            .formatted(room));
    client.await("room");
  }

  private interface Step {
    Void of(int number) throws Exception;
  }

  private void each(Step step) {
    List<Callable<Void>> steps = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      int number = i;
      steps.add(() -> step.of(number));
    }
    try {
      for (Future<Void> done : threads.invokeAll(steps)) {
        done.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failed) {
      throw new AssertionError("somebody was not let in or out", failed.getCause());
    }
  }

  /** How long a broken connection's seat may be kept. */
  static Duration patience() {
    return Duration.ofSeconds(60);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    staying.forEach(SignalClient::close);
  }
}
