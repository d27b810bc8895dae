package plenum.media.embedded;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plenum.engine.ClientStatus;
import plenum.engine.EngineSettings;
import plenum.engine.IceSession;
import plenum.engine.MediaRefused;
import plenum.engine.SendingLimits;
import plenum.engine.StreamName;
import plenum.engine.StreamStatus;
import plenum.media.MediaRefusal;
import plenum.media.MediaRefusal.Reason;
import plenum.media.Reception;
import plenum.media.Shortage;
import plenum.media.StreamAction;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeIce;
import plenum.media.node.NodeStream;
import plenum.settings.BandwidthSettings;
import plenum.settings.MediaSettings;
import plenum.settings.MediaSettings.TransportSettings;
import plenum.settings.TcpSettings;
import plenum.settings.UplinkSettings;

/** The engine's words in Plenum's, and the other way round. */
final class Engines {

  private Engines() {}

  static EngineSettings settings(MediaSettings media) throws UnknownHostException {
    TransportSettings from = media.transport();
    EngineSettings udp =
        new EngineSettings(
            from.port(),
            addresses(from.candidates()),
            from.maxSessions(),
            from.maxSessionsPerAddress(),
            from.maxHandshakes(),
            from.maxPublisherBitrate(),
            from.connectTimeout(),
            from.silenceTimeout());
    EngineSettings estimating = udp.with(bandwidth(from.bandwidth())).onLoops(loops(from.loops()));
    return from.tcp().enabled()
        ? estimating.with(tcp(from.tcp(), media.doors().proxies()))
        : estimating;
  }

  /** How many loops the setting means here. */
  static int loops(int given) {
    return given > 0 ? given : EngineSettings.loopsFor(Runtime.getRuntime().availableProcessors());
  }

  private static Optional<plenum.engine.BandwidthSettings> bandwidth(BandwidthSettings from) {
    return from.estimated()
        ? Optional.of(new plenum.engine.BandwidthSettings(from.start(), from.min(), from.max()))
        : Optional.empty();
  }

  static SendingLimits limits(UplinkSettings from) {
    return new SendingLimits(
        from.site(),
        from.room(),
        from.lines().stream()
            .map(
                line ->
                    new SendingLimits.Line(
                        line.network().address(), line.network().bits(), line.bitrate()))
            .toList());
  }

  private static plenum.engine.TcpSettings tcp(TcpSettings from, List<String> proxies)
      throws UnknownHostException {
    return new plenum.engine.TcpSettings(
        resolved(from.listen()),
        resolved(from.advertised()),
        from.maxConnections(),
        from.maxConnectionsPerAddress(),
        from.maxConnectionsPerSession(),
        from.frameBytes(),
        from.checkTimeout(),
        from.unreadBytes(),
        Set.copyOf(addresses(proxies)));
  }

  private static List<InetSocketAddress> resolved(List<InetSocketAddress> named)
      throws UnknownHostException {
    InetSocketAddress[] addresses = new InetSocketAddress[named.size()];
    for (int i = 0; i < addresses.length; i++) {
      InetAddress address = InetAddress.getByName(named.get(i).getHostString());
      addresses[i] = new InetSocketAddress(address, named.get(i).getPort());
    }
    return List.of(addresses);
  }

  private static List<InetAddress> addresses(List<String> candidates) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[candidates.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = InetAddress.getByName(candidates.get(i));
    }
    return List.of(addresses);
  }

  /**
   * Whether a class could not be loaded just now: while it deploys, Payara 6.2025.10 was seen to
   * close the application's files under the hands of who loads from them. It opens them again.
   */
  static boolean isOfAClosedFile(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(20)
        .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("zip file closed"));
  }

  /** A sentence that says what to do about an engine that did not start. */
  static String reason(Exception failure) {
    if (failure instanceof UnknownHostException) {
      return "Media cannot start: plenum.media.candidates, plenum.media.tcp.listen,"
          + " plenum.media.tcp.advertise or plenum.media.trusted-proxies has an address that is not"
          + " known: "
          + failure.getMessage();
    }
    if (failure instanceof UncheckedIOException) {
      return "Media cannot start. "
          + failure.getMessage()
          + " The addresses are those of plenum.media.candidates and plenum.media.tcp.listen, if"
          + " they are set.";
    }
    return "Media cannot start: " + failure;
  }

  /** The engine's reason; what it says of an offer is for whoever made that, and in English. */
  static MediaRefusal refusal(MediaRefused refused) {
    String said = refused.getMessage();
    return switch (refused.reason()) {
      case BAD_NAME -> new MediaRefusal(Reason.BAD_NAME, "bad-name.engine");
      case MALFORMED_OFFER ->
          new MediaRefusal(Reason.MALFORMED_OFFER, "malformed-offer.engine", said);
      case NO_COMMON_CODEC ->
          new MediaRefusal(Reason.NO_COMMON_CODEC, "no-common-codec.engine", said);
      case UNSUPPORTED_OFFER ->
          new MediaRefusal(Reason.UNSUPPORTED_OFFER, "unsupported-offer.engine", said);
      case STREAM_BUSY -> new MediaRefusal(Reason.STREAM_BUSY, "stream-busy");
      case TOO_MANY_SESSIONS -> new MediaRefusal(Reason.TOO_MANY, "too-many.engine");
      case TOO_MANY_FROM_ADDRESS ->
          new MediaRefusal(Reason.TOO_MANY_FROM_ADDRESS, "too-many-from-address.engine");
      case STOPPED -> new MediaRefusal(Reason.UNAVAILABLE, "unavailable.engine");
    };
  }

  static plenum.engine.Reception reception(Reception wanted) {
    Map<String, plenum.engine.Reception.Picture> pictures = new HashMap<>();
    wanted
        .pictures()
        .forEach(
            (slot, picture) ->
                pictures.put(
                    slot,
                    new plenum.engine.Reception.Picture(
                        EngineNames.streamName(picture.stream()),
                        picture.height(),
                        picture.priority())));
    Set<StreamName> sounds = new LinkedHashSet<>();
    wanted.sounds().forEach(sound -> sounds.add(EngineNames.streamName(sound)));
    return new plenum.engine.Reception(pictures, sounds);
  }

  static Shortage shortage(plenum.engine.Shortage why) {
    return new Shortage(
        why.shown(),
        why.cause() == plenum.engine.Shortage.Cause.LINK
            ? Shortage.Cause.LINK
            : Shortage.Cause.BUDGET);
  }

  static NodeIce ice(IceSession session) {
    return new NodeIce(
        session.userFragment(),
        session.password(),
        session.remoteUserFragment(),
        session.earlier(),
        session.candidates());
  }

  static NodeStream stream(StreamStatus status) {
    return new NodeStream(
        EngineNames.streamId(status.name()),
        status.publisherId(),
        status.tracks().audio(),
        status.tracks().video(),
        status.tracks().videoCodec(),
        status.receivedBytes(),
        status.sentBytes());
  }

  static NodeClient client(ClientStatus status) {
    return new NodeClient(
        status.id(),
        EngineNames.streamId(status.stream()),
        status.publisher() ? StreamAction.PUBLISH : StreamAction.PLAY,
        status.address(),
        status.since(),
        status.receivedBytes(),
        status.sentBytes());
  }
}
