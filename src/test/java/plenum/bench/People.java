package plenum.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** People, and where each of them is among them. */
final class People {

  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
  private static final int THREADS = 8;

  private final List<Person> people;
  private final long[] hashes;
  private final int[] indices;

  private People(List<Person> people) {
    this.people = List.copyOf(people);
    this.indices =
        IntStream.range(0, people.size())
            .boxed()
            .sorted((a, b) -> Long.compare(hash(people.get(a)), hash(people.get(b))))
            .mapToInt(Integer::intValue)
            .toArray();
    this.hashes = IntStream.of(indices).mapToLong(i -> hash(people.get(i))).toArray();
  }

  /** People whom the server knows by their cookies and has given names. */
  static People named(URI server, int count) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Person>> asked = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        String name = "Person " + i;
        asked.add(threads.submit(() -> named(http, server, name)));
      }
      List<Person> people = new ArrayList<>();
      for (Future<Person> person : asked) {
        people.add(person.get());
      }
      return new People(people);
    } catch (ExecutionException failed) {
      throw new IOException("No name for everybody", failed.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** People for a server that asks nobody who they are. */
  static People strangers(int count) {
    return new People(
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> new Person("stranger-with-long-id-%04d".formatted(i), "Person " + i, ""))
            .toList());
  }

  List<Person> all() {
    return people;
  }

  int size() {
    return people.size();
  }

  /** The place of a person in {@link #all()}, by {@link MessageScanner#hash} of the id; or -1. */
  int index(long idHash) {
    int found = java.util.Arrays.binarySearch(hashes, idHash);
    return found < 0 ? -1 : indices[found];
  }

  private static Person named(HttpClient http, URI server, String name)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/api/me"))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + name + "\"}"))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    Matcher id = ID.matcher(response.body());
    String cookie =
        response.headers().allValues("set-cookie").stream()
            .filter(header -> header.startsWith("plenum="))
            .map(header -> header.split(";")[0])
            .findFirst()
            .orElse("");
    if (response.statusCode() != 200 || !id.find() || cookie.isEmpty()) {
      throw new IOException(name + ": " + response.statusCode() + " " + response.body());
    }
    return new Person(id.group(1), name, cookie);
  }

  private static long hash(Person person) {
    return MessageScanner.hash(person.id());
  }
}
