package plenum.media.srs;

import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import plenum.media.MediaRefusal;
import plenum.media.MediaRefusal.Reason;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.Nodes;
import plenum.media.node.Placement;
import plenum.media.stream.Doorkeeper;
import plenum.settings.MediaSettings;
import plenum.settings.SrsSettings;

/**
 * Answers SRS's hooks. Nothing in it waits for anything but one kick, and calls may come twice,
 * late, or not at all.
 */
public final class HookDoor {

  private static final System.Logger LOG = System.getLogger(HookDoor.class.getName());

  private final SrsFleet fleet;
  private final Doorkeeper doorkeeper;
  private final Placement placement;
  private final Nodes nodes;
  private final Optional<String> secret;
  private final Set<InetAddress> addresses;
  private final AtomicLong told = new AtomicLong();

  HookDoor(
      MediaSettings settings,
      SrsFleet fleet,
      Doorkeeper doorkeeper,
      Placement placement,
      Nodes nodes) {
    this.nodes = nodes;
    this.fleet = fleet;
    this.doorkeeper = doorkeeper;
    this.placement = placement;
    SrsSettings srs = settings.srs();
    this.secret = srs.inUse() ? srs.hookSecret() : Optional.empty();
    this.addresses = srs.inUse() ? addresses(srs) : Set.of();
  }

  private static Set<InetAddress> addresses(SrsSettings srs) {
    List<String> hosts =
        Stream.concat(srs.nodes().stream().map(URI::getHost), srs.hookAddresses().stream())
            .toList();
    Set<InetAddress> addresses = new HashSet<>();
    for (String host : hosts) {
      try {
        addresses.addAll(List.of(InetAddress.getAllByName(host)));
      } catch (UnknownHostException unknown) {
        LOG.log(
            Level.WARNING,
            "Hooks of the SRS at {0} will be refused: that name has no address. Set"
                + " plenum.media.srs.hook-addresses, or restart when it has one.",
            host);
      }
    }
    return addresses;
  }

  /** Whether the caller is an SRS of this site: by its secret, and by its address. */
  boolean isSrs(Optional<String> sent, InetAddress from) {
    boolean known = from.isLoopbackAddress() || addresses.contains(from);
    boolean right =
        sent.isPresent()
            && secret.isPresent()
            && MessageDigest.isEqual(bytes(sent.get()), bytes(secret.get()));
    return known && right;
  }

  /** How many hooks came since the start, whatever became of them. */
  public long told() {
    return told.get();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Answers one hook.
   *
   * @return empty when SRS may go on, otherwise why not
   */
  Optional<MediaRefusal> answer(HookCall call) {
    told.incrementAndGet();
    switch (call.action()) {
      case "on_publish" -> {
        return judged(StreamAction.PUBLISH, call);
      }
      case "on_play" -> {
        return judged(StreamAction.PLAY, call);
      }
      case "on_unpublish" -> ended(call);
      default -> { // on_stop, on_close, on_dvr, on_hls: nothing depends on them.
      }
    }
    return Optional.empty();
  }

  private Optional<MediaRefusal> judged(StreamAction action, HookCall call) {
    Optional<SrsNode> node = fleet.byServer(call.serverId());
    try {
      begin(action, call, node);
      return Optional.empty();
    } catch (MediaRefusal refusal) {
      LOG.log(
          Level.INFO,
          "Refused {0} of {1} on {2}: {3}",
          call.action(),
          call.stream().map(StreamId::path).orElse("a stream that is not Plenum's"),
          node.map(SrsNode::name).orElse("an SRS that is not known yet"),
          refusal.reason());
      refused(action, call, node, refusal);
      return Optional.of(refusal);
    }
  }

  private void begin(StreamAction action, HookCall call, Optional<SrsNode> node) {
    StreamId stream = call.stream().orElseThrow(HookDoor::unknown);
    Optional<String> ticket = call.query().get("ticket").or(() -> call.query().get("token"));
    SrsNode here =
        node.orElseThrow(() -> new MediaRefusal(Reason.UNAVAILABLE, "unavailable.unknown-node"));
    doorkeeper.confirm(action, ticket, stream, call.clientId());
    boolean livesHere = placement.claim(stream, here);
    nodes.tell();
    if (action == StreamAction.PUBLISH) {
      if (!livesHere && placement.isKnown(stream)) {
        throw new MediaRefusal(Reason.UNAVAILABLE, "unavailable.other-node");
      }
      here.publications().published(stream, call.clientId());
    }
  }

  private static MediaRefusal unknown() {
    return new MediaRefusal(Reason.STREAM_CLOSED, "stream-closed.foreign");
  }

  /** Of a WebRTC publisher nothing may be left on SRS: it is kicked first and refused second. */
  private static void refused(
      StreamAction action, HookCall call, Optional<SrsNode> node, MediaRefusal refusal) {
    if (node.isPresent()) {
      call.stream().ifPresent(stream -> node.get().refusedByHook(stream, refusal));
      if (action == StreamAction.PUBLISH && call.webRtc()) {
        node.get().kick(call.clientId());
      }
    }
  }

  private void ended(HookCall call) {
    fleet
        .byServer(call.serverId())
        .ifPresent(
            node ->
                call.stream()
                    .ifPresent(stream -> node.publications().unpublished(stream, call.clientId())));
  }
}
