package plenum.e2e;

import static plenum.e2e.Eventually.eventually;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a room's page reports by {@code window.plenumStats()}. */
record Stats(List<Received> received, Sent sent, Sent screen) {

  /** What arrived from one person so far, and by which way. */
  record Received(
      String name,
      String source,
      String state,
      String way,
      double framesDecoded,
      double audioEnergy,
      double bytesReceived) {

    static final Received NOTHING = new Received("", "", "", "", 0, 0, 0);
  }

  /** What was sent so far. */
  record Sent(String state, String way, double framesSent, double bytesSent) {}

  /** Asks a page, as soon as it can tell. */
  static Stats of(Page page) {
    eventually(
        "a page that tells what flows",
        () -> page.evaluate("typeof window.plenumStats"),
        "function"::equals);
    Map<?, ?> all = (Map<?, ?>) page.evaluate("plenumStats()");
    List<Received> received =
        ((List<?>) all.get("received")).stream().map(one -> received((Map<?, ?>) one)).toList();
    return new Stats(
        received, sent((Map<?, ?>) all.get("sent")), sent((Map<?, ?>) all.get("screen")));
  }

  private static Sent sent(Map<?, ?> one) {
    return new Sent(
        text(one, "state"), text(one, "way"), number(one, "framesSent"), number(one, "bytesSent"));
  }

  private static Received received(Map<?, ?> one) {
    return new Received(
        text(one, "name"),
        text(one, "source"),
        text(one, "state"),
        text(one, "way"),
        number(one, "framesDecoded"),
        number(one, "audioEnergy"),
        number(one, "bytesReceived"));
  }

  /** What arrived from this person; nothing when that person is not played. */
  Optional<Received> from(Person person) {
    return from(person.name());
  }

  /** What arrived from somebody, or from a device, of this name. */
  Optional<Received> from(String name) {
    return received("camera", name);
  }

  /** What arrived of this person's screen; nothing when none is played. */
  Optional<Received> screenOf(Person person) {
    return received("screen", person.name());
  }

  private Optional<Received> received(String source, String name) {
    return received.stream()
        .filter(one -> one.source().equals(source) && one.name().equals(name))
        .findFirst();
  }

  private static String text(Map<?, ?> from, String member) {
    return String.valueOf(from.get(member));
  }

  private static double number(Map<?, ?> from, String member) {
    return ((Number) from.get(member)).doubleValue();
  }
}
