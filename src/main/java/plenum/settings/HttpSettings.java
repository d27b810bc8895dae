package plenum.settings;

import java.time.Duration;
import java.util.List;

/**
 * What HTTP requests may take, {@code plenum.http.*}; explained in {@code
 * docs/operations/settings.md}.
 *
 * @param hosts names under which people open this server, besides the machine's own
 * @param operations addresses, besides loopback, that may see what only operators need
 * @param bodyBytes the longest content of a request
 * @param bodyTime how long a request's content may take to arrive
 * @param waiting requests whose content is waited for, of all clients
 * @param waitingPerAddress the same of one address
 * @param servedPerPerson requests of one person that are served at the same time
 * @param connectionsPerAddress open connections of one address
 * @param headTime how long a request's first lines may take to arrive
 * @param readTime how long a client may leave an answer unread
 * @param unreadPerAddress bytes of answers that may wait for the clients of one address
 */
public record HttpSettings(
    List<String> hosts,
    List<Network> operations,
    int bodyBytes,
    Duration bodyTime,
    int waiting,
    int waitingPerAddress,
    int servedPerPerson,
    int connectionsPerAddress,
    Duration headTime,
    Duration readTime,
    int unreadPerAddress) {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  public HttpSettings {
    hosts = List.copyOf(hosts);
    operations = List.copyOf(operations);
  }

  static HttpSettings from(SettingsSource source) {
    return new HttpSettings(
        source.list("plenum.http.hosts"),
        Network.list(source, "plenum.http.operations"),
        source.number("plenum.http.body-bytes", 1024, 16 * 1024 * 1024),
        source.duration("plenum.http.body-time", SHORTEST, LONGEST),
        source.number("plenum.http.waiting", 1, 100_000),
        source.number("plenum.http.waiting-per-address", 1, 100_000),
        source.number("plenum.http.served-per-person", 1, 10_000),
        source.number("plenum.http.connections-per-address", 1, 100_000),
        source.duration("plenum.http.head-time", SHORTEST, LONGEST),
        source.duration("plenum.http.read-time", SHORTEST, LONGEST),
        source.number("plenum.http.unread-per-address", 1_000_000, Integer.MAX_VALUE));
  }
}
