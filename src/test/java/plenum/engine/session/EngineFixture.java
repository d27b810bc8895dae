package plenum.engine.session;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plenum.engine.EngineSettings;
import plenum.engine.MediaEngine;
import plenum.engine.Reception;
import plenum.engine.Reception.Picture;
import plenum.engine.SessionAnswer;
import plenum.engine.SessionOffer;
import plenum.engine.Slots;
import plenum.engine.StreamName;

/** An engine on a free loopback port, and peers that connect to it. */
final class EngineFixture implements AutoCloseable {

  static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  static final StreamName STREAM = new StreamName("live", "test");
  static final StreamName RECEIVER = new StreamName("live", "receiver");
  static final EngineSettings SETTINGS =
      new EngineSettings(
              0,
              List.of(LOOPBACK),
              100,
              100,
              20,
              8_000_000,
              Duration.ofSeconds(10),
              Duration.ofSeconds(10))
          .onLoops(2);

  final RecordedEvents events = new RecordedEvents();
  final MediaEngine engine;
  final PeerLoop peers = new PeerLoop();

  /** On two loops, so that of all clients some come by their own loop and some by another. */
  EngineFixture() {
    this(SETTINGS);
  }

  /** On so many loops. */
  EngineFixture(int loops) {
    this(SETTINGS.onLoops(loops));
  }

  EngineFixture(EngineSettings settings) {
    engine = EmbeddedEngine.start(settings, events);
  }

  /** The usual settings with another limit of a publisher, in bits per second. */
  static EngineSettings withBitrate(long bitrate) {
    return new EngineSettings(
            0,
            SETTINGS.candidates(),
            SETTINGS.maxSessions(),
            SETTINGS.maxSessionsPerAddress(),
            SETTINGS.maxHandshakes(),
            bitrate,
            SETTINGS.connectTimeout(),
            SETTINGS.silenceTimeout())
        .onLoops(SETTINGS.loops());
  }

  /** A peer and the session that it has at the engine. */
  record Client(TestPeer peer, SessionAnswer answer) {}

  static SessionOffer offer(StreamName stream, String sdp) {
    return new SessionOffer(stream, sdp, LOOPBACK).in("room");
  }

  Client publish(TestOffer offer) {
    return publish(STREAM, offer);
  }

  Client publish(StreamName stream, TestOffer offer) {
    TestPeer peer = peers.peer();
    SessionAnswer answer = engine.publish(offer(stream, peer.offer(offer)));
    peer.answer(answer.sdp());
    return new Client(peer, answer);
  }

  /** A receiver with so many slots, connected. */
  Client receive(int pictures, int sounds) {
    return receive(TestOffer.receiver(pictures, sounds));
  }

  Client receive(TestOffer offer) {
    TestPeer peer = peers.peer();
    long before = events.count("played receiver");
    SessionAnswer answer = engine.receive(offer(RECEIVER, peer.offer(offer)), new Slots(25, 5));
    peer.answer(answer.sdp());
    peer.awaitConnected();
    Reception first = new Reception(Map.of("0", new Picture(RECEIVER, 1, 0)), Set.of());
    engine.assign(answer.session(), answer.token(), first);
    peer.await("the receiver", () -> events.count("played receiver") > before);
    engine.assign(answer.session(), answer.token(), Reception.NOTHING);
    return new Client(peer, answer);
  }

  Client play(TestOffer offer) {
    TestPeer peer = peers.peer();
    SessionAnswer answer = engine.play(offer(STREAM, peer.offer(offer)));
    peer.answer(answer.sdp());
    return new Client(peer, answer);
  }

  /** A publisher that is on air. */
  TestPeer publisher() {
    return publisher(STREAM, TestOffer.publisher("opus", "VP8"));
  }

  /** A publisher of that stream that is on air. */
  TestPeer publisher(StreamName stream, TestOffer offer) {
    String word = "published " + stream.stream();
    long before = events.count(word);
    TestPeer peer = publish(stream, offer).peer().awaitConnected();
    peer.await("the publisher", () -> events.count(word) > before);
    return peer;
  }

  /** A player that is served. */
  TestPeer player() {
    long before = events.count("played test");
    TestPeer peer = play(TestOffer.player("opus", "VP8", "H264")).peer().awaitConnected();
    peer.await("the player", () -> events.count("played test") > before);
    return peer;
  }

  @Override
  public void close() {
    peers.close();
    engine.close();
  }
}
