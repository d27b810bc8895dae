package plenum.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The SRS nodes that carry the media, {@code plenum.media.nodes} and {@code plenum.media.srs.*};
 * explained in {@code docs/operations/settings.md}.
 *
 * @param nodes addresses of their HTTP APIs; empty: the embedded engine carries the media
 * @param hookSecret what their hooks must bring along; always there when there are nodes
 * @param hookAddresses addresses that hooks may come from, besides the nodes' own and loopback
 * @param username of the nodes' HTTP API
 * @param password of the nodes' HTTP API
 * @param addresses where else the nodes can be reached
 * @param requestTimeout for the answer to an offer, hooks included
 * @param checkInterval between two looks at a node's health
 * @param reconcileInterval between two comparisons of what hooks told with what the node lists
 * @param pictures how pages share out what links carry, which SRS does not
 */
public record SrsSettings(
    List<URI> nodes,
    Optional<String> hookSecret,
    List<String> hookAddresses,
    Optional<String> username,
    Optional<String> password,
    SrsAddresses addresses,
    Duration requestTimeout,
    Duration checkInterval,
    Duration reconcileInterval,
    Pictures pictures) {

  /** The fewest characters of a hook secret. */
  public static final int SECRET_LENGTH = 32;

  /**
   * Where a node can be reached besides its API. <code>{host}</code> stands for the host of the
   * node's API address.
   *
   * @param http SRS's HTTP server (HTTP-FLV, HLS), as Plenum reaches it
   * @param rtmp what devices are told to push to, without an app
   * @param srt the same for SRT; empty: SRT is not offered
   */
  public record SrsAddresses(String http, String rtmp, Optional<String> srt) {

    private static final String HOST = "{host}";

    /** The address for one node. */
    public static String of(String template, URI node) {
      return template.replace(HOST, node.getHost());
    }
  }

  /**
   * How pages share out what links carry, which SRS does not.
   *
   * @param smallUpTo up to how many lines a camera on a page counts as small, and is played from a
   *     small stream beside the large one; 0: there are no small streams
   * @param smallFrom from so many people in a room on small streams are sent though nobody shows
   *     anybody small yet; 0: never
   * @param most how many pictures of people a page plays at most, of those who spoke last
   * @param lowestBitrate what publishers send at least of what they usually send, in percent,
   *     however badly it arrives
   */
  public record Pictures(int smallUpTo, int smallFrom, int most, int lowestBitrate) {

    /** What holds where the media node looks after that. */
    public static final Pictures NONE = new Pictures(0, 0, 1000, 100);

    static Pictures from(SettingsSource source) {
      return new Pictures(
          source.number("plenum.media.srs.small-pictures", 0, 1080),
          source.number("plenum.media.srs.small-from", 0, 1000),
          source.number("plenum.media.srs.most-pictures", 1, 1000),
          source.number("plenum.media.srs.lowest-bitrate", 10, 100));
    }
  }

  /** Whether SRS carries the media. */
  public boolean inUse() {
    return !nodes.isEmpty();
  }

  static SrsSettings from(SettingsSource source) {
    List<URI> nodes = nodes(source, "plenum.media.nodes").stream().map(URI::create).toList();
    return new SrsSettings(
        nodes,
        secret(source, !nodes.isEmpty()),
        source.hosts("plenum.media.srs.hook-addresses"),
        source.text("plenum.media.srs.username"),
        source.secret("plenum.media.srs.password"),
        new SrsAddresses(
            template("plenum.media.srs.http", source.requiredText("plenum.media.srs.http")),
            template("plenum.media.srs.rtmp", source.requiredText("plenum.media.srs.rtmp")),
            source
                .text("plenum.media.srs.srt")
                .map(text -> template("plenum.media.srs.srt", text))),
        source.duration(
            "plenum.media.srs.request-timeout", Duration.ofSeconds(1), Duration.ofSeconds(20)),
        source.duration(
            "plenum.media.srs.check-interval", Duration.ofMillis(100), Duration.ofMinutes(1)),
        source.duration(
            "plenum.media.srs.reconcile-interval", Duration.ofMillis(500), Duration.ofMinutes(5)),
        Pictures.from(source));
  }

  /** Addresses of APIs, as nodes are named by them. */
  static List<String> nodes(SettingsSource source, String setting) {
    return source.list(setting).stream().map(text -> node(text, setting)).toList();
  }

  private static String template(String setting, String text) {
    try {
      if (URI.create(text.replace("{host}", "host")).getHost() != null) {
        return text;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Told below.
    }
    throw new InvalidSetting(
        setting, text, "an address such as http://{host}:8080, with {host} for the node's host");
  }

  private static String node(String text, String setting) {
    try {
      URI uri = URI.create(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare = "".equals(uri.getPath()) || "/".equals(uri.getPath());
      if (http && uri.getHost() != null && bare && uri.getQuery() == null) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Told below.
    }
    throw new InvalidSetting(setting, text, "addresses of SRS APIs such as http://10.0.0.5:1985");
  }

  private static Optional<String> secret(SettingsSource source, boolean needed) {
    String name = "plenum.media.srs.hook-secret";
    Optional<String> secret = source.secret(name);
    boolean tooShort = secret.filter(text -> text.length() < SECRET_LENGTH).isPresent();
    if (tooShort || needed && secret.isEmpty()) {
      throw new InvalidSetting(
          name,
          secret.isPresent() ? "***" : "",
          "at least %d characters long, and the same in the hook URLs of every SRS node"
              .formatted(SECRET_LENGTH));
    }
    return secret;
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "SrsSettings[nodes=" + nodes + "]";
  }
}
