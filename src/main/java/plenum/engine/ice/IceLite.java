package plenum.engine.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One session's ICE-lite agent (RFC 8445 section 7.3): answers connectivity checks, remembers the
 * addresses that passed one, and knows which of them the client nominated.
 *
 * <p>A browser checks from several of its addresses. Datagrams are accepted from each validated
 * one; the path to send on moves only when the client nominates another (RFC 8445 section 7.3.1.5),
 * because following every check loses media.
 *
 * <p>Not thread-safe, but for {@link #accepts}.
 */
public final class IceLite {

  /**
   * A pair of a client's address and an own one.
   *
   * @param remote the client's address
   * @param localInterface the caller's number for the own address
   */
  public record Path(InetSocketAddress remote, int localInterface) {}

  /**
   * By what the checks of one generation (RFC 8445 section 9) are known and proved.
   *
   * @param localUfrag our user name fragment
   * @param localPwd our password
   * @param remoteUfrag the client's user name fragment
   */
  public record Names(String localUfrag, String localPwd, String remoteUfrag) {

    private boolean areOf(StunMessage request) {
      return request.username().filter((localUfrag + ":" + remoteUfrag)::equals).isPresent();
    }

    /** Without the password. */
    @Override
    public String toString() {
      return localUfrag + ":" + remoteUfrag;
    }
  }

  /**
   * What a datagram led to.
   *
   * @param response to be sent back where it came from; empty if nothing is to be said
   * @param validated whether it was a valid check, so that its address is accepted from now on
   * @param pathChanged whether {@link #path} has changed
   */
  public record Result(byte[] response, boolean validated, boolean pathChanged) {}

  private static final int MAX_VALIDATED = 16;
  private static final Result SILENCE = new Result(new byte[0], false, false);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** RFC 8839 section 5.4. */
  private static final String ICE_CHARS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** With the letters that some clients take beside those of the RFC. */
  private static final Pattern USER_FRAGMENT = Pattern.compile("[A-Za-z0-9+/=_-]{4,256}");

  /** What may arrive late is of the latest restarts. */
  private static final int MAX_EARLIER = 8;

  private Names names;
  private Optional<Names> next = Optional.empty();
  private final Set<String> earlier = new LinkedHashSet<>();

  /** Replaced, never changed: other threads look at it. */
  private volatile List<Path> validated = List.of();

  private Optional<Path> nominated = Optional.empty();
  private boolean lost;
  private long lastCheckNanos;

  /**
   * @param localUfrag the user name fragment in our answer
   * @param localPwd the password in our answer
   * @param remoteUfrag the user name fragment in the client's offer
   */
  public IceLite(String localUfrag, String localPwd, String remoteUfrag) {
    this.names = new Names(localUfrag, localPwd, remoteUfrag);
  }

  /**
   * Begins a restart (RFC 8445 section 9), with new names of ours. Those of before hold until the
   * client nominates an address under the new ones; those of a restart that is not that far do not.
   *
   * @param remoteUfrag the user name fragment in the client's new offer
   */
  public Names restart(String remoteUfrag) {
    earlier.add(names().remoteUfrag());
    if (earlier.size() > MAX_EARLIER) {
      earlier.remove(earlier.iterator().next());
    }
    Names fresh = new Names(newUserFragment(), newPassword(), remoteUfrag);
    next = Optional.of(fresh);
    return fresh;
  }

  /** Those of the last restart, or of the beginning. */
  public Names names() {
    return next.orElse(names);
  }

  /** The client's names before its latest restarts, which it may not take again. */
  public Set<String> earlier() {
    return Set.copyOf(earlier);
  }

  /** All of ours that checks may name now. */
  public Set<String> userFragments() {
    return next.map(fresh -> Set.of(names.localUfrag(), fresh.localUfrag()))
        .orElseGet(() -> Set.of(names.localUfrag()));
  }

  /** Whether that may name a session (RFC 8839 section 5.4). */
  public static boolean isUserFragment(String text) {
    return USER_FRAGMENT.matcher(text).matches();
  }

  /** A new user name fragment of 8 characters. */
  public static String newUserFragment() {
    return random(8);
  }

  /** A new password of 32 characters, 192 bits. */
  public static String newPassword() {
    return random(32);
  }

  private static String random(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ICE_CHARS.charAt(RANDOM.nextInt(ICE_CHARS.length())));
    }
    return text.toString();
  }

  /**
   * Takes a STUN datagram.
   *
   * @param from where it came from
   * @param localInterface the caller's number for the address that it arrived at
   * @param nowNanos {@link System#nanoTime}
   */
  public Result receive(
      byte[] b, int off, int len, InetSocketAddress from, int localInterface, long nowNanos) {
    Optional<StunMessage> parsed = StunMessage.parse(b, off, len);
    if (parsed.isEmpty() || parsed.get().type() != StunMessage.BINDING_REQUEST) {
      return SILENCE;
    }
    StunMessage request = parsed.get();
    Names used = next.filter(fresh -> fresh.areOf(request)).orElse(names);
    Optional<byte[]> refusal = refusal(request, used, b, off, len);
    if (refusal.isPresent()) {
      return new Result(refusal.get(), false, false);
    }
    lastCheckNanos = nowNanos;
    Path path = new Path(from, localInterface);
    boolean nominates = request.has(StunAttribute.USE_CANDIDATE) || lost;
    boolean moved = nominates && nominate(path, used);
    remember(path);
    return new Result(request.success(from).encode(used.localPwd()), true, moved);
  }

  /** The addresses of before a restart are none any more once the client has nominated one. */
  private boolean nominate(Path path, Names used) {
    if (next.filter(used::equals).isPresent()) {
      names = used;
      next = Optional.empty();
      validated = List.of(path); // At once: others ask meanwhile whose this address is.
    }
    boolean moved = !path.equals(nominated.orElse(null));
    lost = false;
    nominated = Optional.of(path);
    return moved;
  }

  /** The error response that the check deserves (RFC 8489 sections 9.1.3 and 6.3.1), if any. */
  private Optional<byte[]> refusal(StunMessage request, Names used, byte[] b, int off, int len) {
    boolean signed = StunFormat.find(b, off, len, StunAttribute.MESSAGE_INTEGRITY) >= 0;
    if (request.username().isEmpty() || !signed) {
      return Optional.of(request.error(400, "Bad Request").encode());
    }
    if (!used.areOf(request) || !StunMessage.hasIntegrity(b, off, len, used.localPwd())) {
      return Optional.of(request.error(401, "Unauthenticated").encode());
    }
    List<StunAttribute> unknown =
        request.attributes().stream().filter(StunAttribute::refused).toList();
    if (!unknown.isEmpty()) {
      return Optional.of(unknownAttributes(request, unknown).encode(used.localPwd()));
    }
    if (request.has(StunAttribute.ICE_CONTROLLED)) {
      return Optional.of(request.error(487, "Role Conflict").encode(used.localPwd()));
    }
    return Optional.empty();
  }

  private static StunMessage unknownAttributes(StunMessage request, List<StunAttribute> unknown) {
    ByteBuffer types = ByteBuffer.allocate(2 * unknown.size());
    unknown.forEach(attribute -> types.putShort((short) attribute.type()));
    return request.error(
        420,
        "Unknown Attribute",
        new StunAttribute(StunAttribute.UNKNOWN_ATTRIBUTES, types.array()));
  }

  /** When the set is full, the oldest address that is not nominated makes room. */
  private void remember(Path path) {
    if (validated.contains(path)) {
      return;
    }
    List<Path> more = new ArrayList<>(validated);
    if (more.size() == MAX_VALIDATED) {
      boolean keepFirst = nominated.filter(more.get(0)::equals).isPresent();
      more.remove(keepFirst ? 1 : 0);
    }
    more.add(path);
    validated = List.copyOf(more);
  }

  /**
   * That address is another client's, or its connection is closed: nothing is accepted from there
   * or sent there. If it was the nominated one, the next valid check shows where the client is now,
   * nominating or not.
   */
  public void forget(Path path) {
    validated = validated.stream().filter(kept -> !kept.equals(path)).toList();
    lost |= nominated.filter(path::equals).isPresent();
    nominated = nominated.filter(kept -> !kept.equals(path));
  }

  /** The nominated path, the only one for media; empty until the client nominated one. */
  public Optional<Path> path() {
    return nominated;
  }

  /**
   * The path for a handshake that may begin before the nomination: the nominated one, else the
   * first validated.
   */
  public Optional<Path> handshakePath() {
    return nominated.or(() -> validated.stream().findFirst());
  }

  /** Whether a valid check came from this address to this interface before. Any thread. */
  public boolean accepts(InetSocketAddress from, int localInterface) {
    List<Path> all = validated;
    for (int i = 0; i < all.size(); i++) {
      Path path = all.get(i);
      if (path.localInterface() == localInterface && path.remote().equals(from)) {
        return true;
      }
    }
    return false;
  }

  /**
   * When the last valid check came, on the caller's clock: the client's consent to receive (RFC
   * 7675), as a lite agent sees it. Meaningful once there is a {@link #handshakePath}.
   */
  public long lastCheckNanos() {
    return lastCheckNanos;
  }
}
