package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plenum.testing.Browser;
import plenum.testing.OnBothReleases;
import plenum.testing.PlenumServer;

/**
 * Each client has its own answers, whole, however many ask at the same time, break off, or do not
 * wait for answers.
 */
@OnBothReleases
class AnswersIT {

  private static final int PEOPLE = 60;
  private static final int QUESTIONS = 20;
  private static final int IMPATIENT = 10;
  private static final int SECONDS = 30;
  private static final PlenumServer SERVER = PlenumServer.shared();
  private static final List<String> FILES = new ArrayList<>();
  private static final List<String> CONTENTS = new ArrayList<>();
  private static final List<String> COOKIES = new ArrayList<>();

  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** What was read of one answer. */
  private record Answer(int status, String content) {}

  /** Reads answers from one connection, each to its last byte. */
  private static final class Client implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: (\\d+)\r\n");

    private final Socket socket = new Socket();
    private final InputStream in;

    Client() throws IOException {
      socket.connect(new InetSocketAddress("localhost", SERVER.port()));
      socket.setSoTimeout(SECONDS * 1000);
      in = socket.getInputStream();
    }

    Client send(String requests) throws IOException {
      socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    }

    Answer answer() throws IOException {
      String head = line("\r\n\r\n");
      String lower = head.toLowerCase(Locale.ROOT);
      Matcher length = LENGTH.matcher(lower);
      byte[] body = length.find() ? take(Integer.parseInt(length.group(1))) : chunks();
      if (lower.contains("\r\ncontent-encoding: gzip\r\n")) {
        body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
      }
      return new Answer(
          Integer.parseInt(head.substring(9, 12)), new String(body, StandardCharsets.UTF_8));
    }

    private String line(String end) throws IOException {
      StringBuilder text = new StringBuilder();
      while (text.indexOf(end) < 0) {
        int letter = in.read();
        if (letter < 0) {
          throw new EOFException("after " + text);
        }
        text.append((char) letter);
      }
      return text.toString();
    }

    private byte[] take(int length) throws IOException {
      byte[] bytes = in.readNBytes(length);
      assertEquals(length, bytes.length, "an answer that broke off");
      return bytes;
    }

    private byte[] chunks() throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      int size = Integer.parseInt(line("\r\n").strip(), 16);
      while (size > 0) {
        all.write(take(size));
        line("\r\n");
        size = Integer.parseInt(line("\r\n").strip(), 16);
      }
      line("\r\n");
      return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @BeforeAll
  static void prepare() throws IOException {
    try (Client client = new Client()) {
      Matcher files =
          Pattern.compile("resources/~[0-9a-f]+/[\\w/.-]+\\.(js|css)")
              .matcher(client.send(question("/rooms", "")).answer().content());
      while (files.find() && FILES.size() < 5) {
        FILES.add("/" + files.group());
        CONTENTS.add(client.send(question("/" + files.group(), "")).answer().content());
      }
    }
    assertTrue(FILES.size() > 2, "the page has files: " + FILES);
    for (int person = 0; person < PEOPLE; person++) {
      Browser browser = new Browser(SERVER);
      assertEquals(200, browser.rename("Answered " + person).statusCode());
      COOKIES.add(browser.cookie().orElseThrow());
    }
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private static String question(String path, String cookie) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n"
        + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n")
        + "\r\n";
  }

  private static String path(int number) {
    int file = number % (FILES.size() + 1);
    return file == FILES.size() ? "/api/me" : FILES.get(file);
  }

  private static void assertIsFor(int person, int number, Answer answer) {
    assertEquals(200, answer.status(), answer.content());
    int file = number % (FILES.size() + 1);
    if (file == FILES.size()) {
      String name = "\"name\":\"Answered " + person + "\"";
      assertTrue(answer.content().contains(name), name + " is not in " + answer.content());
    } else {
      assertTrue(CONTENTS.get(file).equals(answer.content()), "not what is in " + path(number));
    }
  }

  private static int askOneAfterTheOther(int person) throws IOException {
    try (Client client = new Client()) {
      for (int number = person; number < person + QUESTIONS; number++) {
        client.send(question(path(number), COOKIES.get(person)));
        assertIsFor(person, number, client.answer());
      }
    }
    return QUESTIONS;
  }

  /** Has the first answer, and perhaps more, but none that is another's. */
  private static int askThreeAtOnce(int person) throws IOException {
    String cookie = COOKIES.get(person);
    int answers = 0;
    for (int number = person; number < person + QUESTIONS; number++) {
      try (Client client = new Client()) {
        client.send(
            question(path(number), cookie)
                + question(path(number + 1), cookie)
                + question(path(number + 2), cookie));
        assertIsFor(person, number, client.answer());
        answers++;
        assertIsFor(person, number + 1, client.answer());
      } catch (EOFException | SocketException onlyOne) {
        // Asks for the others again.
      }
    }
    assertEquals(QUESTIONS, answers);
    return answers;
  }

  private int allOf(List<Callable<Integer>> clients) throws Exception {
    List<Future<Integer>> started = clients.stream().map(threads::submit).toList();
    int sum = 0;
    for (Future<Integer> one : started) {
      sum += one.get(2 * SECONDS, TimeUnit.SECONDS);
    }
    return sum;
  }

  private static List<Callable<Integer>> patient(int first) {
    return IntStream.range(first, PEOPLE)
        .<Callable<Integer>>mapToObj(person -> () -> askOneAfterTheOther(person))
        .toList();
  }

  @Test
  void eachOfManyHasItsOwn() throws Exception {
    assertEquals(PEOPLE * QUESTIONS, allOf(patient(0)));
  }

  @Test
  void whoBreaksOffLeavesOthersTheirs() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Callable<Integer> breaksOff =
        () -> {
          int times = 0;
          for (; !over.get(); times++) {
            try (Client client = new Client()) {
              client.send(question(path(times), ""));
              Thread.sleep(times % 5);
            }
          }
          return times;
        };
    List<Future<Integer>> gone =
        IntStream.range(0, IMPATIENT).mapToObj(one -> threads.submit(breaksOff)).toList();

    assertEquals(PEOPLE * QUESTIONS, allOf(patient(0)));

    over.set(true);
    for (Future<Integer> one : gone) {
      assertTrue(one.get(SECONDS, TimeUnit.SECONDS) > 0);
    }
  }

  @Test
  void whoDoesNotWaitHasNoneOfOthers() throws Exception {
    List<Callable<Integer>> clients = new ArrayList<>(patient(IMPATIENT));
    IntStream.range(0, IMPATIENT).forEach(one -> clients.add(() -> askThreeAtOnce(one)));

    assertEquals(PEOPLE * QUESTIONS, allOf(clients));
  }
}
