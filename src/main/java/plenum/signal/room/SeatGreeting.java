package plenum.signal.room;

import java.util.Optional;

/**
 * What rooms add to the greeting.
 *
 * @param room whose seat is still kept for the person
 */
public record SeatGreeting(Optional<String> room) {}
