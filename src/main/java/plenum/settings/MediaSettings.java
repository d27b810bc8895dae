package plenum.settings;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The settings of media, {@code plenum.media.*}; explained in {@code docs/operations/settings.md}.
 *
 * @param start whether to start the embedded engine with the application
 * @param open whether the doors let everybody publish and play anything, without tickets
 * @param maxStreams streams that rooms and calls may have open at a time
 * @param transport the embedded engine's settings
 * @param srs the SRS nodes that carry the media instead of the embedded engine
 * @param browser addresses that browsers use
 * @param viewing who may view without WebRTC, and where from
 * @param tickets how tickets are made
 * @param doors who may use the HTTP doors, and from where
 * @param turn relays by which browsers may reach the media node
 * @param receiving how pages receive many streams
 * @param site what stands before the doors' paths
 */
public record MediaSettings(
    boolean start,
    boolean open,
    int maxStreams,
    TransportSettings transport,
    SrsSettings srs,
    BrowserSettings browser,
    ViewingSettings viewing,
    TicketSettings tickets,
    DoorSettings doors,
    TurnSettings turn,
    ReceivingSettings receiving,
    SiteSettings site) {

  /**
   * The embedded engine's settings.
   *
   * @param port the UDP port of all sessions
   * @param candidates addresses to advertise; empty: those of this machine
   * @param maxSessions publishers and players together
   * @param maxSessionsPerAddress of one client address
   * @param maxHandshakes sessions between the offer and the end of the DTLS handshake
   * @param maxPublisherBitrate bits per second
   * @param connectTimeout from the answer to the end of the handshake
   * @param silenceTimeout without a packet before a peer counts as vanished
   * @param tcp for clients that UDP does not reach
   * @param bandwidth what players' links carry
   * @param loops threads that forward media; 0: by the machine's cores
   */
  public record TransportSettings(
      int port,
      List<String> candidates,
      int maxSessions,
      int maxSessionsPerAddress,
      int maxHandshakes,
      long maxPublisherBitrate,
      Duration connectTimeout,
      Duration silenceTimeout,
      TcpSettings tcp,
      BandwidthSettings bandwidth,
      int loops) {

    private static final int MOST_LOOPS = 64;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    static TransportSettings from(SettingsSource source) {
      return new TransportSettings(
          source.number("plenum.media.port", 0, 65_535),
          source.hosts("plenum.media.candidates"),
          source.number("plenum.media.max-sessions", 1, 1_000_000),
          source.number("plenum.media.max-sessions-per-address", 1, 1_000_000),
          source.number("plenum.media.max-handshakes", 1, 1_000_000),
          source.number("plenum.media.max-publisher-bitrate", 10_000, 1_000_000_000),
          source.duration("plenum.media.connect-timeout", SHORTEST, LONGEST),
          source.duration("plenum.media.silence-timeout", SHORTEST, LONGEST),
          TcpSettings.from(source),
          BandwidthSettings.from(source),
          source.number("plenum.media.loops", 0, MOST_LOOPS));
    }
  }

  /**
   * How tickets are made.
   *
   * @param lifetime from issue to the offer
   * @param deviceLifetime of a ticket that a camera, an encoder or another device keeps
   * @param key what they are signed with; empty: one that the server makes itself
   * @param previousKey accepted as well, so that the key can be changed while people meet
   */
  public record TicketSettings(
      Duration lifetime,
      Duration deviceLifetime,
      Optional<String> key,
      Optional<String> previousKey) {

    /** The fewest characters of a key; 32 random ones are 128 bits and more. */
    public static final int KEY_LENGTH = 32;

    public TicketSettings {
      requireLongEnough(key, "plenum.media.ticket-key");
      requireLongEnough(previousKey, "plenum.media.ticket-key-previous");
    }

    static TicketSettings from(SettingsSource source) {
      return new TicketSettings(
          source.duration(
              "plenum.media.ticket-lifetime", Duration.ofSeconds(1), Duration.ofHours(1)),
          source.duration(
              "plenum.media.device-ticket-lifetime", Duration.ofMinutes(1), Duration.ofDays(365)),
          source.secret("plenum.media.ticket-key"),
          source.secret("plenum.media.ticket-key-previous"));
    }

    private static void requireLongEnough(Optional<String> key, String name) {
      if (key.filter(text -> text.length() < KEY_LENGTH).isPresent()) {
        throw new InvalidSetting(name, "***", "at least " + KEY_LENGTH + " characters long");
      }
    }

    /** Without the keys. */
    @Override
    public String toString() {
      return "TicketSettings[lifetime=" + lifetime + "]";
    }
  }

  /**
   * Who may use the HTTP doors, and from where.
   *
   * @param cors the origins of other sites whose pages may use them; {@code *} means every one
   * @param proxies addresses of reverse proxies whose {@code X-Forwarded-For} and {@code
   *     X-Forwarded-Proto} are believed, and their PROXY protocol where media comes by TCP
   * @param username of the management API
   * @param password of the management API; while either is empty nobody may use it
   */
  public record DoorSettings(
      List<String> cors,
      List<String> proxies,
      Optional<String> username,
      Optional<String> password) {

    static DoorSettings from(SettingsSource source) {
      return new DoorSettings(
          source.list("plenum.media.cors"),
          source.addresses("plenum.media.trusted-proxies"),
          source.text("plenum.media.api.username"),
          source.secret("plenum.media.api.password"));
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "DoorSettings[cors=" + cors + ", proxies=" + proxies + "]";
    }
  }

  /** The codecs of pictures that the media node passes, in the order in which to offer them. */
  public List<String> codecs() {
    // VP8 first: every browser has it without a download. SRS passes H.264, and AV1 on request.
    return srs.inUse() ? List.of("H264", "AV1") : List.of("VP8", "H264", "VP9", "AV1");
  }

  public static MediaSettings from(SettingsSource source) {
    return new MediaSettings(
        source.flag("plenum.media.start"),
        source.flag("plenum.media.open"),
        source.number("plenum.media.max-streams", 1, 1_000_000),
        TransportSettings.from(source),
        SrsSettings.from(source),
        BrowserSettings.from(source),
        ViewingSettings.from(source),
        TicketSettings.from(source),
        DoorSettings.from(source),
        TurnSettings.from(source),
        ReceivingSettings.from(source),
        SiteSettings.from(source));
  }

  public MediaSettings {
    Objects.requireNonNull(transport);
    Objects.requireNonNull(srs);
    Objects.requireNonNull(browser);
    Objects.requireNonNull(viewing);
    Objects.requireNonNull(tickets);
    Objects.requireNonNull(doors);
    Objects.requireNonNull(turn);
    Objects.requireNonNull(receiving);
    Objects.requireNonNull(site);
  }
}
