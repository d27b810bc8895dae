package plenum.gate;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import plenum.http.Problem;
import plenum.http.Reader;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.settings.HttpSettings;
import plenum.settings.MediaSettings;
import plenum.settings.TlsSettings;

/**
 * Refuses requests for a host that is not this server (RFC 9110, section 7.4): see {@link Hosts}.
 * Whether the server lives may be asked by any name, and the files of pages are everybody's.
 */
public class HostFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(HostFilter.class.getName());

  /** Names of which the log was told; no more, whatever clients think of. */
  private static final int MOST_TOLD = 20;

  private static final String PAGE = "/WEB-INF/errorpages/host.xhtml";

  @Inject private transient HttpSettings settings;
  @Inject private transient MediaSettings media;
  @Inject private transient TlsSettings tls;
  private transient Hosts hosts;
  private final transient Set<String> told = ConcurrentHashMap.newKeySet();

  @Override
  public void init() {
    List<String> wanted = Stream.concat(settings.hosts().stream(), tls.names().stream()).toList();
    hosts = Hosts.of(wanted, media.browser());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
    boolean known = host.isEmpty() || hosts.know(host, request.getLocalAddr());
    if (known || isForEverybody(request)) {
      chain.doFilter(request, response);
    } else {
      tell(Hosts.withoutPort(host));
      refuse(request, response, Hosts.withoutPort(host));
    }
  }

  private static boolean isForEverybody(HttpServletRequest request) {
    String path = Paths.of(request);
    return path.equals(Paths.LIVENESS) || path.startsWith("/resources/");
  }

  private void tell(String host) {
    if (told.size() < MOST_TOLD && told.add(host)) {
      LOG.log(
          Level.WARNING,
          "Somebody asked for \"{0}\", which is none of this server''s names, and was refused."
              + " If it is one, add it to plenum.http.hosts.",
          printable(host));
    }
  }

  private static String printable(String host) {
    String plain = host.replaceAll("[^\\p{Graph}]", "?");
    return plain.substring(0, Math.min(plain.length(), 100));
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response, String host)
      throws IOException, ServletException {
    RequestRefused refused =
        new RequestRefused(Reason.UNKNOWN_HOST, "unknown-host", printable(host));
    if (wantsPage(request)) {
      response.setStatus(refused.status());
      response.setHeader("Connection", "close");
      request.setAttribute("unknownHost", printable(host));
      request.getRequestDispatcher(PAGE).forward(request, response);
    } else {
      Problem.of(refused).reply(Reader.of(request)).finish(response);
    }
  }

  private static boolean wantsPage(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && Collections.list(request.getHeaders("Accept")).stream()
            .anyMatch(accept -> accept.contains("text/html"));
  }
}
