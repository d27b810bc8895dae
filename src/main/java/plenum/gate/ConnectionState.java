package plenum.gate;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import plenum.identity.PersonId;
import plenum.settings.Network;

/** What the guard knows of one connection. */
final class ConnectionState {

  private static final long NEVER = Long.MIN_VALUE;

  private static final long LATELY = Duration.ofSeconds(10).toNanos();

  private final InetAddress address;
  private final boolean counted;
  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
  private volatile Network client;
  private volatile long headSince = NEVER;
  private volatile long answeredSince = NEVER;
  private volatile boolean owed;
  private volatile boolean whole;
  private volatile boolean free;
  private volatile boolean arrived;
  private volatile String cookies = "";
  private volatile Optional<PersonId> person = Optional.empty();
  private int asked;
  private long askedSince;
  private long unread;
  private long unreadSince;

  /**
   * @param counted whether it is one of those that its address may have
   */
  ConnectionState(InetAddress address, boolean counted) {
    this.address = address;
    this.counted = counted;
    this.client = Network.ofClient(address);
  }

  boolean isCounted() {
    return counted;
  }

  InetAddress address() {
    return address;
  }

  Network network() {
    return Network.ofClient(address);
  }

  /** Whose request was read last: behind a proxy it is not the other end's. */
  Network client() {
    return client;
  }

  void serve(Network next) {
    client = next;
  }

  /**
   * Who asks, by the cookies that came with the request; those that came before are not read again.
   */
  Optional<PersonId> person(String with, Supplier<Optional<PersonId>> reader) {
    if (!with.equals(cookies)) {
      person = reader.get();
      cookies = with;
    }
    return person;
  }

  /** One more request came; how many there were lately. Called by one thread at a time. */
  int asks(long now) {
    if (now - askedSince > LATELY) {
      askedSince = now;
      asked = 0;
    }
    return ++asked;
  }

  Set<Wait> waits() {
    return waits;
  }

  /** Something arrived of which it is not known yet whether it is a request. */
  void bytes(long now) {
    arrived = true;
    if (headSince == NEVER && !free) {
      headSince = now;
    }
  }

  /**
   * A request, or a part of its content, was understood.
   *
   * @param last whether nothing more of it will come
   */
  void understood(boolean last) {
    headSince = NEVER;
    arrived = false;
    whole = last;
  }

  /** Whether the request that was read last is there with all its content. */
  boolean isWhole() {
    return whole;
  }

  /**
   * Whether what is understood next came together with what was understood before: its client did
   * not wait for the answer.
   */
  boolean isPipelined() {
    return !arrived;
  }

  /** The connection ends after an answer that was given now; what still comes is dropped. */
  void setAnswered(long now) {
    answeredSince = now;
  }

  boolean isAnswered() {
    return answeredSince != NEVER;
  }

  boolean isAnsweredBefore(long time) {
    long since = answeredSince;
    return since != NEVER && since - time < 0;
  }

  /** Whether the answer that ends the connection is still to be given. */
  void setOwed(boolean stillToCome) {
    owed = stillToCome;
  }

  boolean isOwed() {
    return owed;
  }

  /** Others watch over it from now on: a WebSocket, or HTTP/2 with its own rules. */
  void setFree() {
    free = true;
    headSince = NEVER;
  }

  boolean isFree() {
    return free;
  }

  /** Whether a request began before that time, and its head is not complete. */
  boolean isHeadOlderThan(long time) {
    long since = headSince;
    return since != NEVER && since - time < 0;
  }

  /**
   * Whether the client has read nothing since that time; called by one thread.
   *
   * @param bytes that wait for it now
   */
  boolean isUnreadSince(long time, long bytes, long now) {
    if (bytes == 0 || bytes != unread) {
      unread = bytes;
      unreadSince = now;
      return false;
    }
    return unreadSince - time < 0;
  }
}
