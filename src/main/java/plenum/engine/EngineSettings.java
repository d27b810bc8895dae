package plenum.engine;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The engine's settings.
 *
 * @param port the one port number of all sessions; 0 lets the system choose (tests)
 * @param candidates addresses to bind and to advertise; empty: every address of this machine that
 *     is not link-local, loopback offered only to clients that come over loopback or when there is
 *     no other
 * @param maxSessions publishers and players together
 * @param maxSessionsPerAddress sessions of one client address
 * @param maxHandshakes sessions between the offer and the end of the DTLS handshake; one address
 *     may have half of them
 * @param maxPublisherBitrate bits per second that a publisher may send before its packets are
 *     dropped; also told to it by REMB-free means (SDP {@code b=TIAS})
 * @param connectTimeout from the answer to the end of the handshake
 * @param silenceTimeout without a valid packet from a peer before it counts as vanished; looked at
 *     every second. A publisher that has been silent for 3 s gives its stream up sooner, to a new
 *     publisher of it
 * @param tcp for clients that UDP does not reach; empty: not served
 * @param bandwidth what players' links carry; empty: it is not estimated, and all is sent
 * @param loops threads that forward media, each a processor's core at most; one where the system
 *     cannot share a port out
 */
public record EngineSettings(
    int port,
    List<InetAddress> candidates,
    int maxSessions,
    int maxSessionsPerAddress,
    int maxHandshakes,
    long maxPublisherBitrate,
    Duration connectTimeout,
    Duration silenceTimeout,
    Optional<TcpSettings> tcp,
    Optional<BandwidthSettings> bandwidth,
    int loops) {

  /** The most that are of use: what each has in memory adds up. */
  public static final int MOST_LOOPS = 64;

  /** As many carry some ten gigabits a second; a larger site says so. */
  private static final int USUAL_LOOPS = 8;

  /** Without TCP, with bandwidth as in an intranet, on one loop. */
  public EngineSettings(
      int port,
      List<InetAddress> candidates,
      int maxSessions,
      int maxSessionsPerAddress,
      int maxHandshakes,
      long maxPublisherBitrate,
      Duration connectTimeout,
      Duration silenceTimeout) {
    this(
        port,
        candidates,
        maxSessions,
        maxSessionsPerAddress,
        maxHandshakes,
        maxPublisherBitrate,
        connectTimeout,
        silenceTimeout,
        Optional.empty(),
        Optional.of(BandwidthSettings.defaults()),
        1);
  }

  /** These, with TCP. */
  public EngineSettings with(TcpSettings media) {
    return with(Optional.of(media), bandwidth, loops);
  }

  /** These, with other links of players. */
  public EngineSettings with(Optional<BandwidthSettings> links) {
    return with(tcp, links, loops);
  }

  /** These, on so many loops. */
  public EngineSettings onLoops(int number) {
    return with(tcp, bandwidth, number);
  }

  private EngineSettings with(
      Optional<TcpSettings> media, Optional<BandwidthSettings> links, int number) {
    return new EngineSettings(
        port,
        candidates,
        maxSessions,
        maxSessionsPerAddress,
        maxHandshakes,
        maxPublisherBitrate,
        connectTimeout,
        silenceTimeout,
        media,
        links,
        number);
  }

  public EngineSettings {
    candidates = List.copyOf(Objects.requireNonNull(candidates));
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("The media port must be between 0 and 65535, not " + port);
    }
    if (loops < 1 || loops > MOST_LOOPS) {
      throw new IllegalArgumentException("Media has 1 to " + MOST_LOOPS + " loops, not " + loops);
    }
  }

  /**
   * How many loops suit a machine with so many cores: one each. What else runs there gets its share
   * from the system all the same, and a loop without rooms costs nothing.
   */
  public static int loopsFor(int cores) {
    return Math.max(1, Math.min(cores, USUAL_LOOPS));
  }

  /** Port 8000 and limits for one machine of two cores. */
  public static EngineSettings defaults() {
    return new EngineSettings(
        8000, List.of(), 1000, 200, 100, 8_000_000, Duration.ofSeconds(15), Duration.ofSeconds(15));
  }
}
