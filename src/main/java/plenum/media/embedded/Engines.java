package plenum.media.embedded;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import plenum.engine.ClientStatus;
import plenum.engine.EngineSettings;
import plenum.engine.MediaRefused;
import plenum.engine.StreamStatus;
import plenum.media.MediaRefusal;
import plenum.media.NodeClient;
import plenum.media.NodeStream;
import plenum.media.StreamAction;
import plenum.settings.MediaSettings;
import plenum.settings.MediaSettings.TransportSettings;

/** The engine's words in Plenum's, and the other way round. */
final class Engines {

  private Engines() {}

  static EngineSettings settings(MediaSettings media) throws UnknownHostException {
    TransportSettings from = media.transport();
    return new EngineSettings(
        from.port(),
        addresses(from.candidates()),
        from.maxSessions(),
        from.maxSessionsPerAddress(),
        from.maxHandshakes(),
        from.maxPublisherBitrate(),
        from.connectTimeout(),
        from.silenceTimeout());
  }

  private static List<InetAddress> addresses(List<String> candidates) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[candidates.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = InetAddress.getByName(candidates.get(i));
    }
    return List.of(addresses);
  }

  /** A sentence that says what to do about an engine that did not start. */
  static String reason(Exception failure) {
    if (failure instanceof UnknownHostException) {
      return "Media cannot start: plenum.media.candidates has an address that is not known: "
          + failure.getMessage();
    }
    if (failure instanceof UncheckedIOException) {
      return "Media cannot start. "
          + failure.getMessage()
          + " The addresses are those of plenum.media.candidates, if it is set.";
    }
    return "Media cannot start: " + failure;
  }

  static MediaRefusal.Reason reason(MediaRefused.Reason reason) {
    return switch (reason) {
      case BAD_NAME -> MediaRefusal.Reason.BAD_NAME;
      case MALFORMED_OFFER -> MediaRefusal.Reason.MALFORMED_OFFER;
      case NO_COMMON_CODEC -> MediaRefusal.Reason.NO_COMMON_CODEC;
      case STREAM_BUSY -> MediaRefusal.Reason.STREAM_BUSY;
      case TOO_MANY_SESSIONS -> MediaRefusal.Reason.TOO_MANY;
      case TOO_MANY_FROM_ADDRESS -> MediaRefusal.Reason.TOO_MANY_FROM_ADDRESS;
      case STOPPED -> MediaRefusal.Reason.UNAVAILABLE;
    };
  }

  static NodeStream stream(StreamStatus status) {
    return new NodeStream(
        Names.streamId(status.name()),
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
        Names.streamId(status.stream()),
        status.publisher() ? StreamAction.PUBLISH : StreamAction.PLAY,
        status.address(),
        status.since(),
        status.receivedBytes(),
        status.sentBytes());
  }
}
