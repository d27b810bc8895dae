package plenum.e2e;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a room's page reports by {@code window.plenumStats()}. */
record Stats(List<Received> received, Sent sent) {

  /** What arrived of one stream so far; {@code source} is {@code camera} or {@code screen}. */
  record Received(
      String name,
      String source,
      String state,
      double framesDecoded,
      double audioEnergy,
      double bytesReceived) {

    static final Received NOTHING = new Received("", "", "", 0, 0, 0);
  }

  /** What was sent so far. */
  record Sent(String state, double framesSent, double bytesSent) {}

  static Stats of(Object evaluated) {
    Map<?, ?> all = (Map<?, ?>) evaluated;
    List<Received> received =
        ((List<?>) all.get("received")).stream().map(one -> received((Map<?, ?>) one)).toList();
    Map<?, ?> sent = (Map<?, ?>) all.get("sent");
    return new Stats(
        received,
        new Sent(text(sent, "state"), number(sent, "framesSent"), number(sent, "bytesSent")));
  }

  private static Received received(Map<?, ?> one) {
    return new Received(
        text(one, "name"),
        text(one, "source"),
        text(one, "state"),
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
    return from(name, "camera");
  }

  /** What arrived of the screen that this person shares. */
  Optional<Received> screenOf(Person person) {
    return from(person.name(), "screen");
  }

  private Optional<Received> from(String name, String source) {
    return received.stream()
        .filter(one -> one.name().equals(name) && one.source().equals(source))
        .findFirst();
  }

  private static String text(Map<?, ?> from, String member) {
    return String.valueOf(from.get(member));
  }

  private static double number(Map<?, ?> from, String member) {
    return ((Number) from.get(member)).doubleValue();
  }
}
