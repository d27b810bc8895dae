package plenum.engine.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.engine.IceSession;
import plenum.engine.dtls.DtlsEndpoint;
import plenum.engine.dtls.DtlsKeys;
import plenum.engine.dtls.DtlsObserver;
import plenum.engine.ice.IceLite;
import plenum.engine.ice.StunMessage;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.RtcpReader;
import plenum.engine.rtcp.RtcpWriter;
import plenum.engine.rtp.Rtp;

/**
 * A WebRTC client without a browser: offers, checks connectivity and nominates, does the DTLS
 * handshake, and sends and receives SRTP. It keeps what it receives, unless told only to count.
 *
 * <p>Made by {@link PeerLoop#peer}. Methods may be called from any thread.
 */
public final class TestPeer implements AutoCloseable {

  /** Sees RTP packets as they come: the header is not encrypted. */
  @FunctionalInterface
  public interface Headers {

    /** A packet; the bytes are others' afterwards. */
    void packet(byte[] b, int len);
  }

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern CANDIDATE =
      Pattern.compile("a=candidate:\\S+ 1 udp \\d+ (\\S+) (\\d+) typ host");
  private static final int KEPT = 100_000;

  private final PeerLoop loop;
  private volatile DatagramChannel channel;
  private final String userFragment = IceLite.newUserFragment();
  private final String password = IceLite.newPassword();
  private final List<byte[]> packets = new ArrayList<>();
  private final List<Rtcp> reports = new ArrayList<>();
  private final AtomicLong datagrams = new AtomicLong();
  private final AtomicLong rtpDatagrams = new AtomicLong();
  private boolean passive;
  private volatile String username = "";
  private volatile String remotePassword = "";
  private String fingerprint = "";
  private volatile InetSocketAddress remote;
  private volatile boolean validated;
  private volatile boolean nominate = true;
  private volatile boolean checking = true;
  private volatile boolean counting;
  private volatile Headers headers = (b, len) -> {};
  private volatile Optional<Consumer<Rtcp>> listener = Optional.empty();
  private volatile IntPredicate lost = sequence -> false;
  private volatile boolean ended;
  private volatile String failure = "";
  private volatile Keys keys;
  private volatile DtlsEndpoint dtls;
  private int ticks;

  TestPeer(PeerLoop loop) {
    this.loop = loop;
    this.channel = loop.socket(this);
  }

  /** One that has the socket of another, which has gone without a word. */
  TestPeer(PeerLoop loop, TestPeer gone) {
    this.loop = loop;
    this.channel = gone.channel;
  }

  /** The offer's SDP. */
  public String offer(TestOffer offer) {
    return offer.sdp(userFragment, password, loop.identity().fingerprint());
  }

  /** Takes the answer and begins to connect to its first candidate. */
  public void answer(String sdp) {
    passive = sdp.contains("a=setup:active");
    username = attribute(sdp, "ice-ufrag") + ":" + userFragment;
    remotePassword = attribute(sdp, "ice-pwd");
    fingerprint = attribute(sdp, "fingerprint").replace("sha-256 ", "");
    Matcher candidate = CANDIDATE.matcher(sdp);
    if (!candidate.find()) {
      throw new IllegalArgumentException("no candidate in " + sdp);
    }
    try {
      InetAddress address = InetAddress.getByName(candidate.group(1));
      remote = new InetSocketAddress(address, Integer.parseInt(candidate.group(2)));
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
    check();
  }

  DatagramChannel channel() {
    return channel;
  }

  /** Sends by way of that address from now on, as through a relay. */
  void sendBy(InetSocketAddress way) {
    remote = way;
    validated = false;
    check();
  }

  /** Sends and receives elsewhere from now on, as a client does whose network changes. */
  void move() {
    channel = loop.socket(this);
  }

  /** Checks under these names from now on. */
  void restart(IceSession names) {
    validated = false;
    username = names.userFragment() + ":" + names.remoteUserFragment();
    remotePassword = names.password();
    check();
  }

  private static String attribute(String sdp, String name) {
    Matcher line = Pattern.compile("a=" + name + ":(.*)\r\n").matcher(sdp);
    if (!line.find()) {
      throw new IllegalArgumentException("no " + name + " in " + sdp);
    }
    return line.group(1);
  }

  /** Expects another certificate than the engine's, from now on. */
  public void distrust() {
    fingerprint = "00:" + fingerprint.substring(3);
  }

  /** Checks without nominating, from now on. */
  public void nominateNothing() {
    nominate = false;
  }

  /** Counts what it receives and keeps nothing; for benchmarks. */
  public void countOnly() {
    counting = true;
  }

  /** The same, but shows these each packet of media. */
  public void showOnly(Headers all) {
    headers = all;
    counting = true;
  }

  /** Leaves unread what comes, from now on, and goes on checking; for benchmarks. */
  public void readNothing() {
    loop.forsake(this);
  }

  /** Gives RTCP that comes to this, from now on, and keeps none. */
  public void onReport(Consumer<Rtcp> consumer) {
    listener = Optional.of(consumer);
  }

  /** Loses the RTP packets with these sequence numbers, from now on. */
  public void lose(IntPredicate sequences) {
    lost = sequences;
  }

  /** Falls silent: no more connectivity checks. */
  public void vanish() {
    checking = false;
  }

  /** Sends one connectivity check. */
  public void check() {
    send(request(nominate));
  }

  /** A connectivity check; whoever sends it, it names and proves this peer's session. */
  byte[] request(boolean nominating) {
    byte[] transaction = new byte[12];
    ThreadLocalRandom.current().nextBytes(transaction);
    StunMessage request = StunMessage.bindingRequest(transaction, username, 1, 2, nominating);
    return request.encode(remotePassword);
  }

  void tick() {
    boolean quick = !validated || keys == null;
    if (remote != null && checking && (quick || ++ticks % 10 == 0)) {
      check();
    }
  }

  void received(byte[] b, int len) {
    int first = b[0] & 0xff;
    if (first < 4) {
      checked(b, len);
    } else if (first < 64 && dtls != null) {
      dtls.receive(b, 0, len);
    } else if (first >= 128) {
      datagrams.incrementAndGet();
      if (!Rtp.isRtcp(b, 0, len)) {
        rtpDatagrams.incrementAndGet();
        headers.packet(b, len);
      }
      Keys current = keys;
      if (!counting && current != null) {
        media(current, b, len);
      }
    }
  }

  private void checked(byte[] b, int len) {
    Optional<StunMessage> message = StunMessage.parse(b, 0, len);
    if (message.isPresent() && message.get().type() == StunMessage.BINDING_RESPONSE) {
      validated = true;
      beginHandshake();
    }
  }

  private synchronized void beginHandshake() {
    if (dtls == null) {
      dtls =
          loop.handshakes()
              .begin(!passive, "sha-256", fingerprint, this::send, new Observer())
              .orElseThrow();
    }
  }

  private synchronized void media(Keys current, byte[] b, int len) {
    if (Rtp.isRtcp(b, 0, len)) {
      int plain = current.receiver().unprotectRtcp(b, 0, len);
      if (plain > 0) {
        RtcpReader.read(b, 0, plain).forEach(listener.orElse(reports::add));
      }
    } else if (!lost.test(Rtp.sequence(b, 0))) {
      int plain = current.receiver().unprotectRtp(b, 0, len);
      if (plain > 0 && packets.size() < KEPT) {
        packets.add(Arrays.copyOf(b, plain));
      }
    }
    notifyAll();
  }

  /** Encrypts an RTP packet. */
  public synchronized byte[] protect(byte[] rtp) {
    byte[] out = new byte[rtp.length + Wire.OVERHEAD];
    return Arrays.copyOf(out, keys.sender().protectRtp(rtp, 0, rtp.length, out, 0));
  }

  /** Encrypts and sends an RTP packet. */
  public void sendRtp(byte[] rtp) {
    send(protect(rtp));
  }

  /** Encrypts and sends RTCP packets as one compound. */
  public synchronized void sendRtcp(Rtcp... compound) {
    byte[] plain = RtcpWriter.compound(List.of(compound));
    byte[] out = new byte[plain.length + Wire.OVERHEAD];
    int length = keys.sender().protectRtcp(plain, 0, plain.length, out, 0);
    send(Arrays.copyOf(out, length));
  }

  /** Sends a datagram as it is. */
  public void send(byte[] datagram) {
    try {
      if (channel.isOpen()) {
        channel.send(ByteBuffer.wrap(datagram), remote);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the handshake is complete. */
  public TestPeer awaitConnected() {
    await("the connection " + failure, () -> keys != null);
    return this;
  }

  /** Waits until something holds, woken by each packet. */
  public void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (this) {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > end) {
          throw new AssertionError("Waited in vain for " + what);
        }
        try {
          wait(10);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new AssertionError(e);
        }
      }
    }
  }

  /** The decrypted RTP packets so far. */
  public synchronized List<byte[]> packets() {
    return List.copyOf(packets);
  }

  /** The decrypted RTCP packets of one kind so far. */
  public synchronized <T extends Rtcp> List<T> reports(Class<T> kind) {
    return reports.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The UDP port that it sends from and receives at. */
  public int port() {
    return channel.socket().getLocalPort();
  }

  /** SRTP and SRTCP datagrams so far, decrypted or not. */
  public long datagrams() {
    return datagrams.get();
  }

  /** SRTP datagrams so far, decrypted or not. */
  public long rtpDatagrams() {
    return rtpDatagrams.get();
  }

  /** Whether a connectivity check has been answered. */
  public boolean isValidated() {
    return validated;
  }

  public boolean isConnected() {
    return keys != null;
  }

  /** Whether the engine has closed the DTLS association. */
  public boolean isEnded() {
    return ended;
  }

  /** Why the handshake failed; empty if it has not. */
  public String failure() {
    return failure;
  }

  /** Goes as a browser does: with close_notify. */
  public void leave() {
    DtlsEndpoint current = dtls;
    if (current != null) {
      current.close();
    }
  }

  @Override
  public void close() {
    leave();
    loop.forget(this);
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Observer implements DtlsObserver {

    @Override
    public void connected(DtlsKeys agreed) {
      keys = Keys.of(agreed);
      wake();
    }

    @Override
    public void failed(String reason) {
      failure = reason;
      wake();
    }

    @Override
    public void closed() {
      ended = true;
      wake();
    }

    private void wake() {
      synchronized (TestPeer.this) {
        TestPeer.this.notifyAll();
      }
    }
  }
}
