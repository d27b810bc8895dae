package plenum.account.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.net.SocketFactory;
import plenum.account.AccountRefused;
import plenum.account.Trust;
import plenum.settings.LdapSettings;

/**
 * The servers of a directory, asked in their order; one that did not answer is asked last for a
 * while, so that not every login waits for it.
 */
final class Servers {

  /** What is asked of one server. */
  interface Question<T> {
    T ask(LDAPConnection server) throws LDAPException;
  }

  private static final System.Logger LOG = System.getLogger(Servers.class.getName());
  private static final long REST = Duration.ofSeconds(30).toNanos();

  /** After these another server may know better. */
  private static final Set<ResultCode> AWAY =
      Set.of(
          ResultCode.SERVER_DOWN,
          ResultCode.CONNECT_ERROR,
          ResultCode.TIMEOUT,
          ResultCode.BUSY,
          ResultCode.UNAVAILABLE,
          ResultCode.LOCAL_ERROR,
          ResultCode.DECODING_ERROR,
          ResultCode.OTHER);

  /** A certificate for another name is none. */
  private static final SSLSocketVerifier NAMES = new HostNameSSLSocketVerifier(true);

  private final LdapSettings settings;
  private final Trust trust;
  private final LongSupplier nanoTime;
  private final Map<URI, Long> failed = new ConcurrentHashMap<>();

  Servers(LdapSettings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.trust = new Trust("plenum.ldap.ca-file", settings.authority());
    this.nanoTime = nanoTime;
  }

  /**
   * Asks the first that answers.
   *
   * @throws AccountRefused {@code login-busy} when none does
   */
  <T> T ask(Question<T> question) {
    for (URI server : inOrder()) {
      try (LDAPConnection connection = connected(server)) {
        T answer = question.ask(connection);
        failed.remove(server);
        return answer;
      } catch (LDAPException failure) {
        failed.put(server, nanoTime.getAsLong());
        LOG.log(Level.WARNING, "{0} does not serve logins: {1}", server, failure.getMessage());
      }
    }
    throw new AccountRefused(AccountRefused.Reason.LOGIN_BUSY, "login-busy.directory");
  }

  /**
   * Asks the first server of these addresses to which passwords may go: by TLS, or as they are to a
   * host to which the setting lets them go so.
   *
   * @return empty when there is none
   */
  <T> Optional<T> askElsewhere(List<String> addresses, Question<T> question) throws LDAPException {
    Optional<URI> server =
        addresses.stream().map(this::elsewhere).flatMap(Optional::stream).findFirst();
    if (server.isEmpty()) {
      LOG.log(Level.WARNING, "No password goes to {0}", addresses);
      return Optional.empty();
    }
    try (LDAPConnection connection = connected(server.get())) {
      return Optional.of(question.ask(connection));
    }
  }

  private Optional<URI> elsewhere(String text) {
    try {
      LDAPURL url = new LDAPURL(text);
      URI server = new URI(url.getScheme(), null, url.getHost(), url.getPort(), null, null, null);
      boolean safe = server.getScheme().equals("ldaps") || settings.startTls();
      return safe || isKnownAsPlain(server) ? Optional.of(server) : Optional.empty();
    } catch (LDAPException | URISyntaxException unusable) {
      return Optional.empty();
    }
  }

  private boolean isKnownAsPlain(URI server) {
    return settings.servers().stream()
        .anyMatch(one -> one.getScheme().equals("ldap") && one.getHost().equals(server.getHost()));
  }

  /**
   * What a search is referred to. The library would send the password of who searches wherever a
   * directory points, and speak TLS to whatever port that names.
   */
  private LDAPConnection referred(LDAPURL url, LDAPConnection from) throws LDAPException {
    URI server =
        elsewhere(url.toString())
            .orElseThrow(
                () -> new LDAPException(ResultCode.REFERRAL, "No password goes to " + url));
    LDAPConnection connection = connected(server);
    try {
      if (from.getLastBindRequest() != null) {
        connection.bind(from.getLastBindRequest());
      }
      return connection;
    } catch (LDAPException refused) {
      connection.close();
      throw refused;
    }
  }

  /** Those that failed lately stand behind the others. */
  private List<URI> inOrder() {
    return settings.servers().stream().sorted(Comparator.comparing(this::isResting)).toList();
  }

  private boolean isResting(URI server) {
    Long since = failed.get(server);
    return since != null && nanoTime.getAsLong() - since < REST;
  }

  private LDAPConnection connected(URI server) throws LDAPException {
    boolean safe = server.getScheme().equals("ldaps");
    int port = server.getPort() > 0 ? server.getPort() : safe ? 636 : 389;
    SocketFactory sockets = safe ? trust.context().getSocketFactory() : SocketFactory.getDefault();
    LDAPConnection connection = new LDAPConnection(sockets, options(), server.getHost(), port);
    connection.setReferralConnector(this::referred);
    if (!safe && settings.startTls()) {
      startTls(connection);
    }
    return connection;
  }

  private void startTls(LDAPConnection connection) throws LDAPException {
    try {
      var result =
          connection.processExtendedOperation(new StartTLSExtendedRequest(trust.context()));
      if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
        throw new LDAPException(result);
      }
    } catch (LDAPException refused) {
      connection.close();
      throw refused;
    }
  }

  private LDAPConnectionOptions options() {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    int patience = (int) settings.patience().toMillis();
    options.setConnectTimeoutMillis(patience);
    options.setResponseTimeoutMillis(patience);
    options.setFollowReferrals(settings.referrals());
    options.setSSLSocketVerifier(NAMES);
    options.setBindWithDNRequiresPassword(true);
    options.setAbandonOnTimeout(true);
    return options;
  }

  /** Whether it says something about the server, and not about what was asked. */
  static boolean isAway(LDAPException failure) {
    return AWAY.contains(failure.getResultCode());
  }
}
