package plenum.engine;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * One session as the engine sees it now.
 *
 * @param id its public id
 * @param stream the stream it publishes or plays
 * @param publisher true for a publisher, false for a player
 * @param viewer who plays, as its offer named them; empty when nobody is known, and for a publisher
 * @param address where its offer came from
 * @param connected whether the DTLS handshake is complete
 * @param since when its offer was accepted
 * @param receivedBytes payload and headers received from it
 * @param sentBytes payload and headers sent to it
 */
public record ClientStatus(
    String id,
    StreamName stream,
    boolean publisher,
    Optional<String> viewer,
    InetAddress address,
    boolean connected,
    Instant since,
    long receivedBytes,
    long sentBytes) {}
