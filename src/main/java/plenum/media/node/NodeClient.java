package plenum.media.node;

import java.net.InetAddress;
import java.time.Instant;
import plenum.media.StreamAction;
import plenum.media.StreamId;

/**
 * One session as its node sees it now.
 *
 * @param id its public id
 * @param stream what it publishes or plays
 * @param action which of the two
 * @param address where its offer came from
 * @param since when its offer was accepted
 * @param receivedBytes received from it
 * @param sentBytes sent to it
 */
public record NodeClient(
    String id,
    StreamId stream,
    StreamAction action,
    InetAddress address,
    Instant since,
    long receivedBytes,
    long sentBytes) {}
