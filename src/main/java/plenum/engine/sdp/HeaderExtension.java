package plenum.engine.sdp;

import java.util.Optional;

/**
 * An RTP header extension as a description names it (RFC 8285 section 5).
 *
 * @param uri what it is
 * @param direction in which packets may have it, seen from the writer; without it in all
 */
public record HeaderExtension(String uri, Optional<Direction> direction) {

  /** Whether the writer's packets may have it. */
  boolean isSent() {
    return isOpen(Direction.SENDONLY);
  }

  /** Whether packets to the writer may have it. */
  boolean isReceived() {
    return isOpen(Direction.RECVONLY);
  }

  private boolean isOpen(Direction way) {
    return direction.filter(told -> told != way && told != Direction.SENDRECV).isEmpty();
  }
}
