package plenum.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.settings.MediaSettings;

/**
 * Finds the address that a request came from: the TCP peer, or what a trusted reverse proxy wrote
 * into {@code X-Forwarded-For}. Everybody else's header is ignored, other than SRS does.
 *
 * <p>Proxied, so that it is made at the first use, after the settings were checked, whenever those
 * that have it injected are made.
 */
@ApplicationScoped
public class ClientAddress {

  /**
   * The header by which Plenum itself hands an address on, where only headers are: a filter sets it
   * in every such request.
   */
  public static final String HEADER = "Plenum-Client-Address";

  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  private List<InetAddress> proxies = List.of();

  /** For the container's proxy. */
  protected ClientAddress() {}

  @Inject
  public ClientAddress(MediaSettings settings) {
    proxies =
        settings.doors().proxies().stream()
            .map(text -> literal(text).orElseThrow(() -> notAnAddress(text)))
            .toList();
  }

  /** Whether it is a trusted reverse proxy's, through which many come. */
  public boolean isProxy(InetAddress address) {
    return proxies.contains(address);
  }

  /** The address that a request came from. */
  public InetAddress of(HttpServletRequest request) {
    return of(request.getRemoteAddr(), forwardedFor(request));
  }

  /**
   * Whether the browser came by https: to this server, or to a trusted reverse proxy that says so
   * in {@code X-Forwarded-Proto}; the last word in it is that proxy's own.
   */
  public boolean isSecure(HttpServletRequest request) {
    String said = Optional.ofNullable(request.getHeader("X-Forwarded-Proto")).orElse("");
    String last = said.substring(said.lastIndexOf(',') + 1).strip();
    return request.isSecure()
        || last.equalsIgnoreCase("https")
            && literal(request.getRemoteAddr()).filter(this::isProxy).isPresent();
  }

  /** Some proxies add a header of their own after those that the client sent. */
  private static Optional<String> forwardedFor(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("X-Forwarded-For"));
    return headers.isEmpty() ? Optional.empty() : Optional.of(String.join(",", headers));
  }

  /**
   * @param peer the TCP peer's address
   * @param forwardedFor the header; the last address in it that is not a trusted proxy's counts,
   *     since a client can write anything in front of it
   */
  public InetAddress of(String peer, Optional<String> forwardedFor) {
    InetAddress address = literal(peer).orElseGet(InetAddress::getLoopbackAddress);
    String[] hops = forwardedFor.orElse("").split(",");
    for (int i = hops.length - 1; i >= 0 && proxies.contains(address); i--) {
      Optional<InetAddress> hop = literal(hops[i].trim());
      if (hop.isEmpty()) {
        break;
      }
      address = hop.get();
    }
    return address;
  }

  /** Never asks the name service. A zone, which only this machine knows, is left out. */
  public static Optional<InetAddress> literal(String text) {
    String whole = text.startsWith("[") && text.endsWith("]") ? inner(text) : text;
    int zone = whole.indexOf('%');
    String address = zone < 0 ? whole : whole.substring(0, zone);
    if (!V4.matcher(address).matches() && !V6.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(address));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }

  private static String inner(String bracketed) {
    return bracketed.substring(1, bracketed.length() - 1);
  }

  private static IllegalArgumentException notAnAddress(String text) {
    return new IllegalArgumentException(
        "The setting plenum.media.trusted-proxies must be addresses; this is none: " + text);
  }
}
