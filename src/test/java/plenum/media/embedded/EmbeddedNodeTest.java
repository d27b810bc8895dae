package plenum.media.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.engine.AddressChange;
import plenum.engine.EngineSettings;
import plenum.engine.MediaRefused;
import plenum.engine.SendingLimits;
import plenum.media.MediaRefusal;
import plenum.media.OnAir;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.doors.DoorFixture;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeAnswer;
import plenum.media.node.NodeOffer;
import plenum.media.node.NodeReports;
import plenum.media.node.NodeState;
import plenum.media.stream.MediaFixture;
import plenum.settings.Network;
import plenum.settings.UplinkSettings;
import plenum.text.Texts;
import plenum.tuning.SettingChanged;

class EmbeddedNodeTest {

  private static final StreamId STREAM = new StreamId("group", "abc-camera");
  private static final NodeOffer OFFER =
      new NodeOffer(STREAM, "offer", InetAddress.getLoopbackAddress());

  private UplinkSettings uplink =
      new UplinkSettings(OptionalLong.of(3_000_000), OptionalLong.empty(), List.of());

  private final List<Object> reported = new ArrayList<>();
  private final List<FakeEngine> engines = new ArrayList<>();

  private final NodeReports reports =
      new NodeReports() {
        @Override
        public void published(OnAir onAir, String clientId) {
          reported.add(onAir);
        }

        @Override
        public void unpublished(StreamId stream, String clientId) {
          reported.add(stream);
        }
      };

  private final EngineStarter starter =
      (settings, events) -> {
        FakeEngine engine = new FakeEngine(settings, events);
        engines.add(engine);
        return engine;
      };

  private EmbeddedNode node(Map<String, String> settings, EngineStarter starter, Executor worker) {
    return new EmbeddedNode(
        MediaFixture.settings(settings), () -> uplink, starter, reports, new Handshakes(), worker);
  }

  private EmbeddedNode started() {
    EmbeddedNode node = node(Map.of(), starter, Runnable::run);
    node.begin("application");
    return node;
  }

  private static MediaRefusal.Reason refusal(MediaNode node) {
    return assertThrows(MediaRefusal.class, () -> node.publish(OFFER)).reason();
  }

  @Test
  void triesAgainWhenTheContainerClosedAFileOfTheApplication() {
    AtomicInteger tries = new AtomicInteger();
    EngineStarter closedOnce =
        (wanted, events) -> {
          if (tries.incrementAndGet() == 1) {
            throw new IllegalStateException("zip file closed");
          }
          return starter.start(wanted, events);
        };
    EmbeddedNode node = node(Map.of(), closedOnce, Runnable::run);

    node.begin("application");

    assertEquals(2, tries.get());
    assertInstanceOf(NodeState.Ready.class, node.state());
  }

  @Test
  void beginsAnewAtANewAddressWhenNobodyIsConnected() {
    EmbeddedNode node = started();
    node.hold(STREAM, true, false);
    node.hold(new StreamId("group", "abc-screen"), true, true);
    node.hold(new StreamId("group", "abc-screen"), false, false);
    FakeEngine first = engines.get(0);

    node.followAddresses();
    first.addresses = AddressChange.MORE;
    node.followAddresses();
    assertEquals(List.of(first), engines);

    first.empty = true;
    node.followAddresses();
    assertEquals(2, engines.size());
    assertTrue(first.closed);
    assertEquals(List.of("abc-camera true false"), engines.get(1).held);
    assertEquals(OptionalLong.of(3_000_000), engines.get(1).limits.site());
    assertInstanceOf(NodeState.Ready.class, node.state());
  }

  @Test
  void beginsAnewAtOnceWhenNobodyCanReachItAnyMore() {
    EmbeddedNode node = started();
    engines.get(0).addresses = AddressChange.OTHERS;

    node.followAddresses();
    assertEquals(2, engines.size());

    engines.get(1).addresses = AddressChange.OTHERS;
    node.stop();
    node.followAddresses();
    assertEquals(2, engines.size());
  }

  @Test
  void triesAgainWhereItCouldNotBeginAnew() {
    AtomicBoolean taken = new AtomicBoolean();
    EmbeddedNode node = node(Map.of(), whereFree(taken), Runnable::run);
    node.begin("application");
    engines.get(0).addresses = AddressChange.OTHERS;

    taken.set(true);
    node.followAddresses();
    assertTrue(engines.get(0).closed);
    assertInstanceOf(NodeState.Failed.class, node.state());
    node.followAddresses();
    assertInstanceOf(NodeState.Failed.class, node.state());

    taken.set(false);
    node.followAddresses();
    assertInstanceOf(NodeState.Ready.class, node.state());
    assertEquals(2, engines.size());
  }

  private EngineStarter whereFree(AtomicBoolean taken) {
    return (settings, events) -> {
      if (taken.get()) {
        throw new UncheckedIOException("UDP port 8000 is taken.", new IOException("taken"));
      }
      return starter.start(settings, events);
    };
  }

  @Test
  void triesNoMoreWhenItIsStopped() {
    AtomicBoolean taken = new AtomicBoolean();
    EmbeddedNode node = node(Map.of(), whereFree(taken), Runnable::run);
    node.begin("application");
    engines.get(0).addresses = AddressChange.OTHERS;
    taken.set(true);
    node.followAddresses();
    node.stop();

    taken.set(false);
    node.followAddresses();

    assertEquals(1, engines.size());
    assertInstanceOf(NodeState.Failed.class, node.state());
  }

  @Test
  void beginsAnewAlsoWhenTheFormerEngineDoesNotClose() {
    EmbeddedNode node = started();
    engines.get(0).addresses = AddressChange.OTHERS;
    engines.get(0).broken = true;

    node.followAddresses();

    assertEquals(2, engines.size());
    assertInstanceOf(NodeState.Ready.class, node.state());
  }

  @Test
  void beginsAnewOnceWhenTwoLookAtTheSameTime() {
    EmbeddedNode node = started();
    engines.get(0).addresses = AddressChange.OTHERS;
    engines.get(0).meanwhile = node::followAddresses;

    node.followAddresses();

    assertEquals(2, engines.size());
    assertFalse(engines.get(1).closed);
  }

  @Test
  void startsTheEngineWithTheApplication() {
    Instant before = Instant.now();
    NodeState.Ready ready = assertInstanceOf(NodeState.Ready.class, started().state());
    assertEquals("UDP port 8000", ready.detail());
    assertFalse(ready.since().orElseThrow().isBefore(before));
  }

  @Test
  void handsTheSettingsToTheEngine() {
    node(
            Map.of("plenum.media.candidates", "10.0.0.5", "plenum.media.max-sessions", "7"),
            starter,
            Runnable::run)
        .begin("application");
    assertEquals("10.0.0.5", engines.get(0).settings.candidates().get(0).getHostAddress());
    assertEquals(7, engines.get(0).settings.maxSessions());
  }

  @Test
  void forwardsOnAsManyLoopsAsAreWantedOrByTheCores() {
    node(Map.of("plenum.media.loops", "3"), starter, Runnable::run).begin("application");
    assertEquals(3, engines.get(0).settings.loops());
    EmbeddedNode usual = started();
    int cores = Runtime.getRuntime().availableProcessors();
    assertEquals(EngineSettings.loopsFor(cores), engines.get(1).settings.loops());
    assertEquals(EngineSettings.loopsFor(cores), usual.loops().size());
    assertEquals(List.of(), node(Map.of(), starter, Runnable::run).loops());
  }

  @Test
  void limitsWhatTheEngineSendsAlsoWhenThatChanges() {
    EmbeddedNode node = started();
    assertEquals(OptionalLong.of(3_000_000), engines.get(0).limits.site());

    Network branch = new Network(InetAddress.getLoopbackAddress(), 16);
    uplink =
        new UplinkSettings(
            OptionalLong.empty(),
            OptionalLong.of(1_000_000),
            List.of(new UplinkSettings.Line(branch, 500_000)));
    node.changed(new SettingChanged("plenum.media.maintenance"));
    assertEquals(OptionalLong.of(3_000_000), engines.get(0).limits.site());
    node.changed(new SettingChanged("plenum.media.links"));
    assertEquals(
        new SendingLimits(
            OptionalLong.empty(),
            OptionalLong.of(1_000_000),
            List.of(new SendingLimits.Line(branch.address(), 16, 500_000))),
        engines.get(0).limits);
  }

  @Test
  void tellsTheEngineWhereAStreamIs() {
    EmbeddedNode node = started();
    node.play(OFFER.in(Optional.of(new Place(PlaceKind.GROUP, "r1"))));
    assertEquals(Optional.of("group/r1"), engines.get(0).place);
  }

  @Test
  void handsTheSettingsOfTcpToTheEngine() {
    String at = "plenum.media.tcp.listen";
    node(Map.of(at, "127.0.0.1:4433"), starter, Runnable::run).begin("application");
    node(Map.of("plenum.media.tcp.enabled", "false"), starter, Runnable::run).begin("application");
    assertEquals(4433, engines.get(0).settings.tcp().orElseThrow().listen().get(0).getPort());
    assertFalse(engines.get(0).settings.tcp().orElseThrow().listen().get(0).isUnresolved());
    assertEquals(Optional.empty(), engines.get(1).settings.tcp());
  }

  @Test
  void tellsTheEngineWhichProxiesAreTrusted() throws UnknownHostException {
    node(Map.of(), starter, Runnable::run).begin("application");
    node(Map.of("plenum.media.trusted-proxies", "10.0.0.6"), starter, Runnable::run)
        .begin("application");
    assertEquals(Set.of(), engines.get(0).settings.tcp().orElseThrow().proxies());
    assertEquals(
        Set.of(InetAddress.getByName("10.0.0.6")),
        engines.get(1).settings.tcp().orElseThrow().proxies());
  }

  @Test
  void startsBesideTheRestOfTheApplication() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    EmbeddedNode node = node(Map.of(), starter, waiting::add);
    node.begin("application");
    assertEquals(new NodeState.Starting(), node.state());
    assertEquals(MediaRefusal.Reason.UNAVAILABLE, refusal(node));
  }

  @Test
  void startsNoEngineWhenNoneIsWanted() {
    EmbeddedNode node = node(Map.of("plenum.media.start", "false"), starter, Runnable::run);
    node.begin("application");
    assertEquals(new NodeState.SwitchedOff(), node.state());
    assertTrue(engines.isEmpty());
  }

  @Test
  void repeatsTheEnginesSentenceWhenThePortIsTaken() {
    EmbeddedNode node =
        node(
            Map.of(),
            (settings, events) -> {
              throw new UncheckedIOException(
                  "UDP port 8000 is taken. Set plenum.media.port.", new IOException("taken"));
            },
            Runnable::run);
    node.begin("application");
    NodeState.Failed failed = assertInstanceOf(NodeState.Failed.class, node.state());
    assertTrue(failed.reason().contains("8000"));
    assertTrue(failed.reason().contains("plenum.media.port"));
    assertEquals(MediaRefusal.Reason.UNAVAILABLE, refusal(node));
  }

  @Test
  void namesTheSettingWhenACandidateIsUnknown() {
    EmbeddedNode node =
        node(Map.of("plenum.media.candidates", "no.such.host.invalid"), starter, Runnable::run);
    node.begin("application");
    NodeState.Failed failed = assertInstanceOf(NodeState.Failed.class, node.state());
    assertTrue(failed.reason().contains("plenum.media.candidates"));
  }

  @Test
  void stopsTheEngineWithTheApplication() {
    EmbeddedNode node = started();
    node.end("application");
    assertTrue(engines.get(0).closed);
    assertEquals(MediaRefusal.Reason.UNAVAILABLE, refusal(node));
  }

  @Test
  void stopsAnEngineThatStartedTooLate() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    EmbeddedNode node = node(Map.of(), starter, waiting::add);
    node.begin("application");
    node.stop();
    waiting.remove().run();
    assertTrue(engines.get(0).closed);
  }

  @Test
  void passesOffersAndAnswersOn() {
    assertEquals(
        new NodeAnswer("c1:client", "secret", "answer to offer"), started().publish(OFFER));
    assertEquals("c2:client", started().play(OFFER).session());
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_NAME, BAD_NAME",
    "MALFORMED_OFFER, MALFORMED_OFFER",
    "NO_COMMON_CODEC, NO_COMMON_CODEC",
    "UNSUPPORTED_OFFER, UNSUPPORTED_OFFER",
    "STREAM_BUSY, STREAM_BUSY",
    "TOO_MANY_SESSIONS, TOO_MANY",
    "TOO_MANY_FROM_ADDRESS, TOO_MANY_FROM_ADDRESS",
    "STOPPED, UNAVAILABLE"
  })
  void saysTheEnginesRefusalsInPlenumsWords(
      MediaRefused.Reason engines, MediaRefusal.Reason plenums) {
    EmbeddedNode node = started();
    this.engines.get(0).refusal = Optional.of(engines);
    assertEquals(plenums, refusal(node));
  }

  /** Only what is wrong with an offer the engine tells itself. */
  @ParameterizedTest
  @EnumSource(
      value = MediaRefused.Reason.class,
      names = {"MALFORMED_OFFER", "NO_COMMON_CODEC", "UNSUPPORTED_OFFER"})
  void keepsTheEnginesSentenceAboutAnOffer(MediaRefused.Reason reason) {
    EmbeddedNode node = started();
    engines.get(0).refusal = Optional.of(reason);
    MediaRefusal refusal = assertThrows(MediaRefusal.class, () -> node.play(OFFER));
    assertEquals("Refused on purpose.", refusal.getMessage());
  }

  @ParameterizedTest
  @EnumSource(
      value = MediaRefused.Reason.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"MALFORMED_OFFER", "NO_COMMON_CODEC", "UNSUPPORTED_OFFER"})
  void saysTheRestInTheReadersLanguage(MediaRefused.Reason reason) {
    EmbeddedNode node = started();
    engines.get(0).refusal = Optional.of(reason);
    MediaRefusal refusal = assertThrows(MediaRefusal.class, () -> node.play(OFFER));
    String german = Texts.of(Locale.GERMAN).say(refusal.sentence());
    assertNotEquals(german, refusal.getMessage());
    assertFalse(german.contains("Refused on purpose."), german);
  }

  @Test
  void endsAndKicks() {
    EmbeddedNode node = started();
    assertTrue(node.end(STREAM, "c1:client", "secret"));
    assertFalse(node.end(STREAM, "c1:client", "guess"));
    assertTrue(node.kick("c1"));
    assertFalse(node.kick("c9"));
  }

  @Test
  void listsStreamsAndClients() {
    EmbeddedNode node = started();
    assertEquals(STREAM, node.streams().get(0).stream());
    assertEquals("c1", node.streams().get(0).publisherId());
    assertEquals(
        List.of(StreamAction.PUBLISH, StreamAction.PLAY),
        node.clients().stream().map(client -> client.action()).toList());
  }

  @Test
  void reportsWhatTheEngineReports() {
    started();
    engines.get(0).events.published(FakeEngine.STREAM, "c1", FakeEngine.TRACKS);
    engines.get(0).events.unpublished(FakeEngine.STREAM, "c1");
    assertEquals(List.of(new OnAir(STREAM, true, true, "VP9"), STREAM), reported);
  }

  @Test
  void tellsTheEngineWhoPlays() {
    EmbeddedNode node = started();
    node.play(OFFER);
    assertEquals(Optional.empty(), engines.get(0).viewer);
    node.play(
        new NodeOffer(
            STREAM,
            "offer",
            InetAddress.getLoopbackAddress(),
            Optional.empty(),
            Optional.of("ada"),
            Optional.empty(),
            true));
    assertEquals(Optional.of("ada"), engines.get(0).viewer);
  }

  @Test
  void tellsTheEngineWhoKnowsNoRepairs() {
    EmbeddedNode node = started();
    node.play(OFFER);
    assertTrue(engines.get(0).repairs);
    node.play(OFFER.withoutRepairs());
    assertFalse(engines.get(0).repairs);
  }

  @Test
  void letsTheEngineCountTheAddressesOfOneClientTogether() {
    EmbeddedNode node = started();
    node.play(new NodeOffer(STREAM, "offer", DoorFixture.address("2001:db8:1:2::3")));
    assertEquals(Optional.of(DoorFixture.address("2001:db8:1:2::")), engines.get(0).counted);
  }
}
