package plenum.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two loops at one port, and what they hand over to one another. */
@Timeout(60)
class MediaLoopsTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private static final TcpPort TCP =
      new TcpPort(List.of(), 10, 10, 1500, Duration.ofMinutes(1), 20_000, Set.of());

  private final MediaLoops port = new MediaLoops(List.of(LOOPBACK), 0, Optional.of(TCP));
  private final Home first = new Home();
  private final Home second = new Home();

  @BeforeEach
  void open() {
    Assumptions.assumeTrue(port.possible(2) == 2, "On this system a port has one socket.");
    first.loop = port.open(first);
    second.loop = port.open(second);
  }

  @AfterEach
  void close() {
    second.close();
    first.close();
  }

  /** Answers what is its own, and gives the rest to the loop whose it is. */
  private static final class Home implements DatagramHandler {

    final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    volatile MediaLoop loop;
    volatile Optional<Home> owner = Optional.empty();

    @Override
    public void received(int localInterface, InetSocketAddress remote, byte[] b, int off, int len) {
      told.add("received");
      if (owner.isPresent()) {
        loop.handOver(owner.get().loop, localInterface, remote, b, off, len);
      } else {
        if (loop.isTcp(localInterface)) {
          loop.keep(localInterface, remote);
        }
        loop.send(localInterface, remote, b, off, len);
      }
    }

    @Override
    public void batchComplete() {
      told.add("batchComplete");
    }

    /** Until it has received one more. */
    void awaitOne() throws InterruptedException {
      String word = "";
      while (!word.equals("received")) {
        word = told.poll(5, TimeUnit.SECONDS);
        assertNotNull(word, "nothing comes");
      }
    }

    void close() {
      if (loop != null) {
        loop.close();
      }
    }
  }

  /** A client whose datagrams the system gives to one of the loops. */
  private DatagramSocket clientOf(Home home) throws IOException {
    for (int attempt = 0; attempt < 200; attempt++) {
      DatagramSocket client = new DatagramSocket(0, LOOPBACK);
      client.setSoTimeout(5000);
      long before = home.loop.receivedPackets();
      send(client, (byte) 0);
      assertArrayEquals(new byte[] {0}, receive(client));
      if (home.loop.receivedPackets() > before) {
        first.told.clear();
        second.told.clear();
        return client;
      }
      client.close();
    }
    throw new AssertionError("the system gives all to the other loop");
  }

  private void send(DatagramSocket client, byte... datagram) throws IOException {
    client.send(new DatagramPacket(datagram, datagram.length, first.loop.locals().get(0)));
  }

  private static byte[] receive(DatagramSocket client) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[3000], 3000);
    client.receive(packet);
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }

  @Test
  void bothReceiveAtOnePort() throws Exception {
    assertEquals(first.loop.locals(), second.loop.locals());
    for (Home home : List.of(first, second)) {
      try (DatagramSocket client = clientOf(home)) {
        send(client, (byte) 1, (byte) 2);
        assertArrayEquals(new byte[] {1, 2}, receive(client));
      }
    }
  }

  @Test
  void handsOverWhatIsAnothersInItsOrder() throws Exception {
    try (DatagramSocket client = clientOf(first)) {
      first.owner = Optional.of(second);
      for (int i = 0; i < 100; i++) {
        send(client, (byte) i, (byte) 7);
        assertArrayEquals(new byte[] {(byte) i, 7}, receive(client));
      }
      assertEquals(100, first.loop.handedOver());
      assertEquals(0, first.loop.unread());
    }
  }

  @Test
  void tellsTheOtherWhenThatIsTheEndOfABatch() throws Exception {
    try (DatagramSocket client = clientOf(first)) {
      first.owner = Optional.of(second);
      send(client, (byte) 1);
      assertEquals("received", second.told.poll(5, TimeUnit.SECONDS));
      assertEquals("batchComplete", second.told.poll(5, TimeUnit.SECONDS));
    }
  }

  /** Nothing else of the one that hands over waits for the other. */
  @Test
  void dropsWhatALoopIsGivenThatDoesNotRead() throws Exception {
    try (DatagramSocket flooding = clientOf(first);
        DatagramSocket another = clientOf(second)) {
      CountDownLatch goOn = new CountDownLatch(1);
      hold(second.loop, goOn);
      first.owner = Optional.of(second);
      while (first.loop.unread() < 10) {
        send(flooding, (byte) 3);
        first.awaitOne();
        hold(first.loop, new CountDownLatch(0));
      }
      assertEquals(Inbox.SLOTS, first.loop.handedOver());
      first.owner = Optional.empty();
      send(flooding, (byte) 4);
      assertArrayEquals(new byte[] {4}, receive(flooding), "the first one serves its own");
      goOn.countDown();
      send(another, (byte) 5);
      assertArrayEquals(new byte[] {5}, receive(another), "and the other goes on");
      assertArrayEquals(new byte[] {3}, receive(flooding), "with what it was given");
    }
  }

  private static void hold(MediaLoop loop, CountDownLatch goOn) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    loop.execute(
        () -> {
          held.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    assertTrue(held.await(5, TimeUnit.SECONDS));
  }

  @Test
  void theSecondSendsByConnectionsThatTheFirstHas() throws Exception {
    first.owner = Optional.of(second);
    assertEquals(first.loop.tcpLocals(), second.loop.tcpLocals());
    try (Socket client = new Socket()) {
      client.setSoTimeout(5000);
      client.connect(first.loop.tcpLocals().get(0));
      DataOutputStream out = new DataOutputStream(client.getOutputStream());
      DataInputStream in = new DataInputStream(client.getInputStream());
      for (byte i = 1; i < 50; i++) {
        out.writeShort(2);
        out.write(new byte[] {i, 6});
        assertArrayEquals(new byte[] {i, 6}, in.readNBytes(in.readUnsignedShort()));
      }
      second.loop.execute(
          () ->
              second.loop.disconnect(
                  first.loop.locals().size(), (InetSocketAddress) client.getLocalSocketAddress()));
      assertEquals(-1, in.read(), "the second can end it");
    }
  }

  @Test
  void anotherEngineCannotBindThePort() {
    MediaLoops other = new MediaLoops(List.of(LOOPBACK), first.loop.port(), Optional.empty());
    assertThrows(UncheckedIOException.class, () -> other.open(new Home()));
  }

  @Test
  void closingFreesThePortAndEndsTheThreads() throws Exception {
    int number = first.loop.port();
    second.loop.close();
    first.loop.close();
    new DatagramSocket(number, LOOPBACK).close();
    List<String> names = new ArrayList<>();
    Thread.getAllStackTraces().keySet().forEach(thread -> names.add(thread.getName()));
    assertFalse(names.stream().anyMatch(name -> name.startsWith("plenum-media")), names::toString);
  }

  @Test
  void thereIsOneWhereThePortCannotBeShared() {
    MediaLoops nio = new MediaLoops(Transport.NIO, List.of(LOOPBACK), 0, Optional.empty());
    assertEquals(1, nio.possible(4));
    assertEquals(1, nio.possible(1));
  }
}
