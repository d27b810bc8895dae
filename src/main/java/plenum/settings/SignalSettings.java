package plenum.settings;

import java.time.Duration;

/**
 * Limits of the signalling connection.
 *
 * @param batch changes within this time travel in one message
 * @param maxMessage characters in one client message
 * @param rate messages a second that a client may send in the long run
 * @param burst messages that a client may send at once
 * @param maxErrors protocol errors a minute before the connection is closed
 * @param queue messages that may wait for a client that reads slowly
 * @param queueCharacters characters that may wait for it
 * @param idle without any message for this long a connection is given up
 */
public record SignalSettings(
    Duration batch,
    int maxMessage,
    int rate,
    int burst,
    int maxErrors,
    int queue,
    int queueCharacters,
    Duration idle) {

  static SignalSettings from(SettingsSource source) {
    SettingsSource changing = source.changing(Effect.NEXT_CONNECTION);
    return new SignalSettings(
        source.duration("plenum.signal.batch", Duration.ZERO, Duration.ofSeconds(1)),
        source.number("plenum.signal.max-message", 1_024, 200_000),
        changing.number("plenum.signal.rate", 1, 100_000),
        changing.number("plenum.signal.burst", 1, 100_000),
        changing.number("plenum.signal.max-errors", 1, 100_000),
        source.number("plenum.signal.queue", 8, 100_000),
        source.number("plenum.signal.queue-characters", 100_000, 100_000_000),
        source.duration("plenum.signal.idle", Duration.ofSeconds(1), Duration.ofHours(1)));
  }
}
