package plenum.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Datagrams by TCP, as a client sees them that knows nothing but RFC 4571. */
@Timeout(60)
class TcpPortTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Echo echo = new Echo();
  private MediaLoop loop;

  @AfterEach
  void close() {
    if (loop != null) {
      loop.close();
    }
  }

  /** Sends back what comes, and keeps connections by which something came, unless told not to. */
  private final class Echo implements DatagramHandler {

    final BlockingQueue<InetSocketAddress> ended = new LinkedBlockingQueue<>();
    volatile boolean keeping = true;

    @Override
    public void received(int local, InetSocketAddress remote, byte[] b, int off, int len) {
      if (keeping) {
        loop.keep(local, remote);
      }
      loop.send(local, remote, b, off, len);
    }

    @Override
    public void disconnected(int local, InetSocketAddress remote) {
      ended.add(remote);
    }

    @Override
    public void batchComplete() {}
  }

  private void open(Transport transport, TcpPort port) {
    loop = MediaLoop.open(transport, List.of(LOOPBACK), 0, Optional.of(port), echo, Duration.ZERO);
  }

  private static TcpPort port(int most, int ofOneAddress, Duration proof) {
    return port(most, ofOneAddress, proof, Set.of());
  }

  private static TcpPort port(
      int most, int ofOneAddress, Duration proof, Set<InetAddress> proxies) {
    return new TcpPort(List.of(), most, ofOneAddress, 1500, proof, 20_000, proxies);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(10_000);
    socket.connect(loop.tcpLocals().get(0));
    return socket;
  }

  private static void send(Socket socket, byte... datagram) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeShort(datagram.length);
    out.write(datagram);
  }

  private static byte[] receive(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    return in.readNBytes(in.readUnsignedShort());
  }

  /** Whether the other side closes it now. */
  private static boolean isClosed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; !condition.getAsBoolean(); i++) {
      assertTrue(i < 2000, "Waited in vain for " + what);
      Thread.sleep(10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersByTheConnection(Transport transport) throws Exception {
    open(transport, port(10, 10, LONG));
    assertEquals(loop.locals(), loop.tcpLocals(), "the same address and port number");
    try (Socket one = connect();
        Socket two = connect()) {
      send(one, (byte) 1, (byte) 2);
      send(two, (byte) 3);
      send(one, (byte) 4);
      assertArrayEquals(new byte[] {1, 2}, receive(one));
      assertArrayEquals(new byte[] {4}, receive(one));
      assertArrayEquals(new byte[] {3}, receive(two));
    }
    assertTrue(echo.ended.poll(10, TimeUnit.SECONDS) != null);
    assertTrue(echo.ended.poll(10, TimeUnit.SECONDS) != null);
    assertEquals(2, loop.tcp().accepted());
    assertEquals(0, loop.tcp().open());
  }

  @Test
  void endsAConnectionThatSendsALongerFrame() throws Exception {
    open(Transport.best(), port(10, 10, LONG));
    try (Socket socket = connect()) {
      send(socket, new byte[1501]);
      assertTrue(isClosed(socket));
    }
  }

  @Test
  void endsAConnectionThatSpeaksSomethingElse() throws Exception {
    open(Transport.best(), port(10, 10, LONG));
    try (Socket socket = connect()) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes("US-ASCII"));
      assertTrue(isClosed(socket));
    }
  }

  @Test
  void endsAConnectionThatNobodyKeepsInTime() throws Exception {
    echo.keeping = false;
    open(Transport.best(), port(10, 10, Duration.ofMillis(100)));
    try (Socket silent = connect();
        Socket noisy = connect()) {
      send(noisy, (byte) 1);
      assertArrayEquals(new byte[] {1}, receive(noisy));
      assertTrue(isClosed(silent));
      assertTrue(isClosed(noisy));
    }
    await("both to be counted", () -> loop.tcp().unproved() == 2);
    try (Socket afterAllHadGone = connect()) {
      assertTrue(isClosed(afterAllHadGone));
    }
  }

  @Test
  void keepsAConnectionThatSomebodyAnswersFor() throws Exception {
    open(Transport.best(), port(10, 10, Duration.ofMillis(100)));
    try (Socket kept = connect();
        Socket silent = connect()) {
      send(kept, (byte) 1);
      assertArrayEquals(new byte[] {1}, receive(kept));
      assertTrue(isClosed(silent));
      send(kept, (byte) 2);
      assertArrayEquals(new byte[] {2}, receive(kept));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesConnectionsAboveTheLimits(Transport transport) throws Exception {
    open(transport, port(3, 2, LONG));
    try (Socket one = connect();
        Socket two = connect();
        Socket three = connect()) {
      assertTrue(isClosed(three), "the third of one address");
      two.close();
      await("the end of the second", () -> loop.tcp().open() == 1);
      try (Socket again = connect()) {
        send(again, (byte) 5);
        assertArrayEquals(new byte[] {5}, receive(again));
      }
      send(one, (byte) 6);
      assertArrayEquals(new byte[] {6}, receive(one));
    }
    assertEquals(1, loop.tcp().refused());
  }

  @Test
  void refusesConnectionsAboveTheLimitOfAll() throws Exception {
    open(Transport.best(), port(1, 10, LONG));
    try (Socket one = connect();
        Socket two = connect()) {
      assertTrue(isClosed(two));
      send(one, (byte) 6);
      assertArrayEquals(new byte[] {6}, receive(one));
    }
  }

  private void openBehindAProxy(int ofOneAddress) {
    open(Transport.best(), port(10, ofOneAddress, LONG, Set.of(LOOPBACK)));
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
  }

  private static String from(int port) {
    return "PROXY TCP4 192.0.2.9 127.0.0.1 " + port + " 443\r\n";
  }

  @Test
  void takesAProxysWordForWhoComesThroughIt() throws Exception {
    openBehindAProxy(10);
    try (Socket socket = connect()) {
      say(socket, from(50_000));
      send(socket, (byte) 1);
      assertArrayEquals(new byte[] {1}, receive(socket));
    }
    assertEquals(new InetSocketAddress("192.0.2.9", 50_000), echo.ended.poll(10, TimeUnit.SECONDS));
    assertEquals(0, loop.tcp().open());
  }

  @Test
  void doesNotCountThoseOfAProxyThatSaysNothing() throws Exception {
    openBehindAProxy(1);
    try (Socket one = connect();
        Socket two = connect()) {
      send(one, (byte) 1);
      send(two, (byte) 2);
      assertArrayEquals(new byte[] {1}, receive(one));
      assertArrayEquals(new byte[] {2}, receive(two));
    }
  }

  @Test
  void countsThoseBehindAProxyByTheirOwnAddresses() throws Exception {
    openBehindAProxy(1);
    try (Socket one = connect();
        Socket sameClient = connect();
        Socket other = connect()) {
      say(one, from(50_000));
      send(one, (byte) 1);
      assertArrayEquals(new byte[] {1}, receive(one));
      say(sameClient, from(50_001));
      assertTrue(isClosed(sameClient));
      say(other, "PROXY TCP6 2001:db8::1 ::1 50002 443\r\n");
      send(other, (byte) 2);
      assertArrayEquals(new byte[] {2}, receive(other));
    }
    await("their end", () -> loop.tcp().open() == 0);
    assertEquals(1, loop.tcp().refused());
    try (Socket again = connect()) {
      say(again, from(50_003));
      send(again, (byte) 3);
      assertArrayEquals(new byte[] {3}, receive(again), "the first one is counted no more");
    }
  }

  /** Whose packets would otherwise come to somebody else. */
  @Test
  void refusesASecondConnectionOfTheSameClientAndPort() throws Exception {
    openBehindAProxy(10);
    try (Socket one = connect();
        Socket two = connect()) {
      say(one, from(50_000));
      send(one, (byte) 1);
      assertArrayEquals(new byte[] {1}, receive(one));
      say(two, from(50_000));
      assertTrue(isClosed(two));
      send(one, (byte) 2);
      assertArrayEquals(new byte[] {2}, receive(one));
    }
  }

  @Test
  void takesNobodyElsesWord() throws Exception {
    open(Transport.best(), port(10, 10, LONG, Set.of(InetAddress.getByName("192.0.2.1"))));
    try (Socket socket = connect()) {
      say(socket, from(50_000));
      assertTrue(isClosed(socket));
    }
  }

  @Test
  void endsAConnectionOfAProxyThatSaysSomethingElse() throws Exception {
    openBehindAProxy(10);
    try (Socket socket = connect()) {
      say(socket, "POST / HTTP/1.1\r\n\r\n");
      assertTrue(isClosed(socket));
    }
  }

  @Test
  void countsIpv6ClientsByNetwork() throws Exception {
    InetAddress one = InetAddress.getByName("2001:db8:0:1::5");
    InetAddress neighbour = InetAddress.getByName("2001:db8:0:1:abcd::9");
    InetAddress other = InetAddress.getByName("2001:db8:0:2::5");
    assertEquals(Connections.counted(one), Connections.counted(neighbour));
    assertNotEquals(Connections.counted(one), Connections.counted(other));
    assertEquals(LOOPBACK, Connections.counted(LOOPBACK));
  }

  @Test
  void dropsWhatASlowReaderIsDueAndThenTheReader() throws Exception {
    open(Transport.best(), port(10, 10, LONG));
    try (Socket slow = connect();
        Socket other = connect()) {
      send(slow, (byte) 1);
      send(other, (byte) 2);
      InetSocketAddress remote = (InetSocketAddress) slow.getLocalSocketAddress();
      byte[] much = new byte[1400];
      var flood =
          loop.every(
              Duration.ofMillis(10),
              () -> {
                for (int i = 0; i < 200; i++) {
                  loop.send(1, remote, much, 0, much.length);
                }
              });
      assertTrue(remote.equals(echo.ended.poll(30, TimeUnit.SECONDS)), "the slow one is ended");
      flood.cancel();
      assertEquals(1, loop.tcp().slow());
      assertTrue(loop.dropped() > 1000, "dropped " + loop.dropped());
      assertArrayEquals(new byte[] {2}, receive(other));
      send(other, (byte) 3);
      assertArrayEquals(new byte[] {3}, receive(other));
    }
  }

  @Test
  void endsAConnectionThatIsNotWanted() throws Exception {
    open(Transport.best(), port(10, 10, LONG));
    try (Socket socket = connect()) {
      send(socket, (byte) 1);
      assertArrayEquals(new byte[] {1}, receive(socket));
      InetSocketAddress remote = (InetSocketAddress) socket.getLocalSocketAddress();
      loop.execute(() -> loop.disconnect(1, remote));
      assertTrue(isClosed(socket));
      assertEquals(remote, echo.ended.poll(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void closesConnectionsWithTheLoop() throws Exception {
    open(Transport.best(), port(10, 10, LONG));
    try (Socket socket = connect()) {
      send(socket, (byte) 1);
      assertArrayEquals(new byte[] {1}, receive(socket));
      loop.close();
      assertTrue(isClosed(socket));
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesWithoutWhereItsUsualPortIsTaken(Transport transport) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      loop =
          MediaLoop.open(
              transport,
              List.of(LOOPBACK),
              taken.getLocalPort(),
              Optional.of(port(10, 10, LONG)),
              echo,
              Duration.ZERO);
      assertEquals(taken.getLocalPort(), loop.port());
      assertEquals(List.of(), loop.tcpLocals());
      assertFalse(loop.isTcp(1));
    }
  }

  @Test
  void saysThatAnAddressOfItsOwnIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      InetSocketAddress at = (InetSocketAddress) taken.getLocalSocketAddress();
      TcpPort port = new TcpPort(List.of(at), 1, 1, 1500, LONG, 1, Set.of());
      UncheckedIOException refused =
          assertThrows(UncheckedIOException.class, () -> open(Transport.best(), port));
      assertTrue(refused.getMessage().contains("TCP port " + at.getPort()), refused.getMessage());
    }
  }
}
