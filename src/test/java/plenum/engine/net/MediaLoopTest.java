package plenum.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class MediaLoopTest {

  private static final InetAddress LOOPBACK = address("127.0.0.1");
  private static final InetAddress ANOTHER = address("127.0.0.2");

  private final Recorder recorder = new Recorder();
  private DatagramSocket peer;
  private MediaLoop loop;

  @BeforeEach
  void openPeer() throws Exception {
    peer = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
    peer.setSoTimeout(5000);
    peer.setReceiveBufferSize(4 * 1024 * 1024);
  }

  @AfterEach
  void close() {
    peer.close();
    if (loop != null) {
      loop.close();
    }
  }

  private void open(Transport transport, InetAddress... addresses) {
    loop =
        MediaLoop.open(transport, List.of(addresses), 0, Optional.empty(), recorder, Duration.ZERO);
    recorder.loop = loop;
  }

  @ParameterizedTest
  @EnumSource
  void answersByTheAddressThatWasAsked(Transport transport) throws Exception {
    open(transport, LOOPBACK, ANOTHER);
    for (InetSocketAddress local : loop.locals()) {
      peer.send(new DatagramPacket(new byte[] {1, 2, 3}, 3, local));
      DatagramPacket answer = receive();
      assertArrayEquals(new byte[] {1, 2, 3}, bytes(answer));
      assertEquals(local, answer.getSocketAddress());
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersOverIpv6(Transport transport) throws Exception {
    try (DatagramSocket sixth = new DatagramSocket(new InetSocketAddress("::1", 0))) {
      open(transport, LOOPBACK, address("::1"));
      sixth.setSoTimeout(5000);
      sixth.send(new DatagramPacket(new byte[] {6}, 1, loop.locals().get(1)));
      DatagramPacket answer = new DatagramPacket(new byte[10], 10);
      sixth.receive(answer);
      assertArrayEquals(new byte[] {6}, bytes(answer));
    } catch (BindException e) {
      Assumptions.abort("This machine has no IPv6 loopback address: " + e.getMessage());
    }
  }

  @ParameterizedTest
  @EnumSource
  void usesOnePortNumberAtAllAddresses(Transport transport) {
    open(transport, LOOPBACK, ANOTHER);
    assertEquals(
        List.of(
            new InetSocketAddress(LOOPBACK, loop.port()),
            new InetSocketAddress(ANOTHER, loop.port())),
        loop.locals());
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhenABatchIsComplete(Transport transport) throws Exception {
    open(transport, LOOPBACK);
    peer.send(new DatagramPacket(new byte[1], 1, loop.locals().get(0)));
    assertEquals("received", recorder.take());
    assertEquals("batchComplete", recorder.take());
  }

  @Test
  void gathersWhatComesWithinATimeIntoOneBatch() throws Exception {
    loop =
        MediaLoop.open(
            Transport.best(),
            List.of(LOOPBACK),
            0,
            Optional.empty(),
            recorder,
            Duration.ofSeconds(1));
    recorder.loop = loop;
    for (int i = 0; i < 3; i++) {
      peer.send(new DatagramPacket(new byte[1], 1, loop.locals().get(0)));
    }
    for (int i = 0; i < 3; i++) {
      assertEquals("received", recorder.take());
    }
    assertEquals("batchComplete", recorder.take());
  }

  @ParameterizedTest
  @EnumSource
  void aTrainArrivesAsSeparateDatagrams(Transport transport) throws Exception {
    open(transport, LOOPBACK);
    loop.execute(
        () -> {
          for (int i = 0; i < 100; i++) {
            byte[] b = new byte[1200];
            Arrays.fill(b, (byte) i);
            loop.send(0, peerAddress(), b, 0, i == 99 ? 700 : 1200);
          }
        });
    for (int i = 0; i < 100; i++) {
      byte[] expected = new byte[i == 99 ? 700 : 1200];
      Arrays.fill(expected, (byte) i);
      assertArrayEquals(expected, bytes(receive()), "datagram " + i);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsOrderAndContentOfMixedLengths(Transport transport) throws Exception {
    open(transport, LOOPBACK);
    int[] lengths = {100, 100, 50, 50, 100, 1, 1400, 1400, 1399, 1400};
    loop.execute(
        () -> {
          for (int i = 0; i < lengths.length; i++) {
            byte[] b = new byte[1500];
            Arrays.fill(b, (byte) i);
            loop.send(0, peerAddress(), b, 3, lengths[i]);
          }
        });
    for (int i = 0; i < lengths.length; i++) {
      byte[] expected = new byte[lengths[i]];
      Arrays.fill(expected, (byte) i);
      assertArrayEquals(expected, bytes(receive()));
    }
  }

  @Test
  void countsWhatItSentAndReceived() throws Exception {
    open(Transport.best(), LOOPBACK);
    for (int i = 0; i < 5; i++) {
      peer.send(new DatagramPacket(new byte[9], 9, loop.locals().get(0)));
      receive();
    }
    onLoop(() -> {});
    assertEquals(5, loop.receivedPackets());
    assertEquals(5, loop.sentPackets());
    assertEquals(0, loop.dropped());
  }

  @Test
  void sendsMoreThanOneBlockOfMemoryInOneGo() throws Exception {
    open(Transport.best(), LOOPBACK);
    onLoop(
        () -> {
          for (int i = 0; i < 2000; i++) {
            loop.send(0, peerAddress(), new byte[1200], 0, 1200);
          }
        });
    onLoop(() -> {});
    assertEquals(2000, loop.sentPackets() + loop.dropped());
  }

  @ParameterizedTest
  @EnumSource
  void survivesPeersThatHaveGone(Transport transport) throws Exception {
    open(transport, LOOPBACK);
    InetSocketAddress gone;
    try (DatagramSocket closing = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
      gone = new InetSocketAddress(LOOPBACK, closing.getLocalPort());
    }
    for (int i = 0; i < 20; i++) {
      onLoop(() -> loop.send(0, gone, new byte[100], 0, 100));
    }
    peer.send(new DatagramPacket(new byte[] {7}, 1, loop.locals().get(0)));
    assertArrayEquals(new byte[] {7}, bytes(receive()));
  }

  @Test
  void countsWhatCannotBeSentAsDropped() throws Exception {
    open(Transport.best(), LOOPBACK);
    onLoop(() -> loop.send(0, new InetSocketAddress(LOOPBACK, 0), new byte[10], 0, 10));
    onLoop(() -> loop.send(0, peerAddress(), new byte[5000], 0, 5000));
    assertEquals(2, loop.dropped());
  }

  @Test
  void aFailingHandlerDoesNotStopTheLoop() throws Exception {
    open(Transport.best(), LOOPBACK);
    recorder.failing = true;
    peer.send(new DatagramPacket(new byte[1], 1, loop.locals().get(0)));
    assertEquals("received", recorder.take());
    assertEquals("batchComplete", recorder.take());
    recorder.failing = false;
    peer.send(new DatagramPacket(new byte[] {5}, 1, loop.locals().get(0)));
    assertArrayEquals(new byte[] {5}, bytes(receive()));
  }

  @Test
  void aTimerGoesOnAfterAnError() throws Exception {
    open(Transport.best(), LOOPBACK);
    CountDownLatch ticks = new CountDownLatch(3);
    loop.every(
        Duration.ofMillis(5),
        () -> {
          ticks.countDown();
          throw new OutOfMemoryError("on purpose");
        });
    assertTrue(ticks.await(5, TimeUnit.SECONDS));
  }

  @Test
  void runsTasksAndTimersOnItsThreadAndSendsWhatTheySend() throws Exception {
    open(Transport.best(), LOOPBACK);
    CountDownLatch ticks = new CountDownLatch(3);
    ScheduledHandle every =
        loop.every(
            Duration.ofMillis(5),
            () -> {
              assertTrue(loop.inLoop());
              ticks.countDown();
            });
    loop.after(Duration.ofMillis(5), () -> loop.send(0, peerAddress(), new byte[] {4}, 0, 1));
    assertTrue(ticks.await(5, TimeUnit.SECONDS));
    every.cancel();
    assertArrayEquals(new byte[] {4}, bytes(receive()));
    assertFalse(loop.inLoop());
  }

  @Test
  void refusesToSendOnAnotherThread() {
    open(Transport.best(), LOOPBACK);
    assertThrows(IllegalStateException.class, () -> loop.send(0, peerAddress(), new byte[1], 0, 1));
  }

  @ParameterizedTest
  @EnumSource
  void namesAddressPortAndSettingWhenThePortIsInUse(Transport transport) {
    InetAddress[] one = {LOOPBACK};
    UncheckedIOException refused =
        assertThrows(
            UncheckedIOException.class,
            () ->
                MediaLoop.open(
                    transport,
                    Arrays.asList(one),
                    peer.getLocalPort(),
                    Optional.empty(),
                    recorder,
                    Duration.ZERO));
    assertEquals(
        "Cannot receive media at UDP port "
            + peer.getLocalPort()
            + " of 127.0.0.1: Address already in use."
            + " Choose another port with the setting plenum.media.port.",
        refused.getMessage());
    assertFalse(mediaThreadIsAlive());
  }

  /** As one that another program took away between listing and binding it. */
  @ParameterizedTest
  @EnumSource
  void doesWithoutAnAddressThatIsNotThere(Transport transport) throws Exception {
    InetAddress gone = InetAddress.getByName("203.0.113.9");
    open(transport, gone, LOOPBACK);

    assertEquals(
        List.of(LOOPBACK), loop.locals().stream().map(InetSocketAddress::getAddress).toList());
    loop.close();
    assertThrows(UncheckedIOException.class, () -> open(transport, gone));
  }

  @ParameterizedTest
  @EnumSource
  void closeEndsItsThreadAndFreesThePort(Transport transport) throws Exception {
    open(transport, LOOPBACK);
    int port = loop.port();
    assertTrue(mediaThreadIsAlive());
    loop.close();
    assertFalse(mediaThreadIsAlive());
    new DatagramSocket(new InetSocketAddress(LOOPBACK, port)).close();
  }

  @Test
  void sendsWhatIsQueuedBeforeItCloses() throws Exception {
    open(Transport.best(), LOOPBACK);
    loop.execute(() -> loop.send(0, peerAddress(), new byte[] {8}, 0, 1));
    loop.close();
    assertArrayEquals(new byte[] {8}, bytes(receive()));
    loop.execute(() -> recorder.events.add("too late"));
    assertFalse(recorder.events.contains("too late"));
  }

  private static boolean mediaThreadIsAlive() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("plenum-media"));
  }

  private void onLoop(Runnable task) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    loop.execute(
        () -> {
          task.run();
          done.complete(null);
        });
    done.get(5, TimeUnit.SECONDS);
  }

  private InetSocketAddress peerAddress() {
    return (InetSocketAddress) peer.getLocalSocketAddress();
  }

  private DatagramPacket receive() throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[3000], 3000);
    peer.receive(packet);
    return packet;
  }

  private static byte[] bytes(DatagramPacket packet) {
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Sends every datagram back, and remembers what it was told. */
  private static final class Recorder implements DatagramHandler {

    final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    volatile MediaLoop loop;
    volatile boolean failing;

    @Override
    public void received(int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
      events.add("received");
      if (failing) {
        throw new IllegalStateException("on purpose");
      }
      loop.send(localInterface, remote, b, off, len);
    }

    @Override
    public void batchComplete() {
      events.add("batchComplete");
    }

    String take() throws InterruptedException {
      String event = events.poll(5, TimeUnit.SECONDS);
      assertNotNull(event, "nothing happened");
      return event;
    }
  }
}
