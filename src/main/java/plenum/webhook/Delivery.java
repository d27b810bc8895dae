package plenum.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * One try to deliver a message, as it can be looked at afterwards.
 *
 * @param message its id
 * @param event what it was about
 * @param at when it was tried
 * @param attempt the how many-eth, from 1
 * @param status the answer's; 0 without one
 * @param took until the answer was there
 * @param line the answer's first line, or why there is none
 * @param result what became of it
 */
public record Delivery(
    String message,
    String event,
    Instant at,
    int attempt,
    int status,
    Duration took,
    String line,
    Result result) {

  /** What became of a try. */
  public enum Result {
    DELIVERED,
    /** It is tried again. */
    AGAIN,
    /** It was tried often enough. */
    GIVEN_UP
  }
}
