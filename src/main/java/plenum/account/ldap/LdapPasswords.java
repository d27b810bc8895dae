package plenum.account.ldap;

import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10RequestControl;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import plenum.account.Account;
import plenum.account.LoginName;
import plenum.account.OutsideAccounts;
import plenum.account.Outsider;
import plenum.account.PasswordCheck;
import plenum.settings.LdapSettings;

/**
 * Has a directory check passwords: a person binds at once, under a name made of the login name, or
 * is searched first. Then name and groups are read, and kept with the account.
 */
public final class LdapPasswords implements PasswordCheck {

  private static final System.Logger LOG = System.getLogger(LdapPasswords.class.getName());

  /**
   * For servers that say that they know it: others should leave it out of account (RFC 4511,
   * 4.1.11), and ldapjs 3.0.7 breaks off.
   */
  private static final Control TELL_WHY = new DraftBeheraLDAPPasswordPolicy10RequestControl(false);

  private final LdapSettings settings;
  private final Servers servers;
  private final Groups groups;
  private final OutsideAccounts accounts;

  /**
   * @param nanoTime as {@link System#nanoTime}
   * @throws plenum.settings.StartRefused when the authority's file cannot be used
   */
  public LdapPasswords(LdapSettings settings, OutsideAccounts accounts, LongSupplier nanoTime) {
    this.settings = settings;
    this.servers = new Servers(settings, nanoTime);
    this.groups = new Groups(settings);
    this.accounts = accounts;
  }

  /** An empty password would bind as nobody, which succeeds (RFC 4513, section 5.1.2). */
  @Override
  public Optional<Account> account(LoginName login, String password) {
    return password.isEmpty()
        ? Optional.empty()
        : servers.ask(server -> recognised(server, plain(login), password)).map(accounts::of);
  }

  /** Without what is put behind every name when that one binds, if it was typed as well. */
  private LoginName plain(LoginName login) {
    String behind =
        settings
            .userName()
            .filter(pattern -> pattern.startsWith("{0}@"))
            .map(pattern -> pattern.substring("{0}".length()).toLowerCase(Locale.ROOT))
            .orElse("@");
    String typed = login.value();
    return typed.endsWith(behind) && typed.length() > behind.length()
        ? new LoginName(typed.substring(0, typed.length() - behind.length()))
        : login;
  }

  private Optional<Outsider> recognised(LDAPConnection server, LoginName login, String password)
      throws LDAPException {
    if (settings.userName().isPresent()) {
      return binds(server, boundAs(login), password)
          ? person(server, login).map(entry -> outsider(server, login, entry))
          : Optional.empty();
    }
    bindAsSearcher(server);
    Optional<SearchResultEntry> entry = person(server, login);
    if (entry.isEmpty() || !isOf(server, entry.get().getDN(), password)) {
      return Optional.empty();
    }
    bindAsSearcher(server);
    return entry.map(found -> outsider(server, login, found));
  }

  /** What has a meaning in a DN is made to have none (RFC 4514, section 2.4). */
  private String boundAs(LoginName login) {
    String pattern = settings.userName().orElseThrow();
    String name = pattern.contains("=") ? login.value().replace("+", "\\+") : login.value();
    return pattern.replace("{0}", name);
  }

  private void bindAsSearcher(LDAPConnection server) throws LDAPException {
    if (!settings.searcher().isEmpty()) {
      server.bind(settings.searcher(), settings.password());
    }
  }

  /** Who was found by a referral binds where the entry is: the library follows none of a bind. */
  private boolean isOf(LDAPConnection server, String dn, String password) throws LDAPException {
    List<String> elsewhere = settings.referrals() ? referrals(server, dn) : List.of();
    return elsewhere.isEmpty()
        ? binds(server, dn, password)
        : servers.askElsewhere(elsewhere, there -> binds(there, dn, password)).orElse(false);
  }

  /** To which servers one refers that does not have the entry itself (RFC 4511, 4.1.10). */
  private static List<String> referrals(LDAPConnection server, String dn) throws LDAPException {
    SearchRequest request =
        new SearchRequest(dn, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), "1.1");
    request.setFollowReferrals(false);
    try {
      server.search(request);
      return List.of();
    } catch (LDAPSearchException referred) {
      if (referred.getResultCode().equals(ResultCode.REFERRAL)) {
        return List.of(referred.getReferralURLs());
      }
      throw referred;
    }
  }

  /**
   * Whether the password is right.
   *
   * @throws plenum.account.AccountRefused when the server says why it lets that one in no more
   */
  private boolean binds(LDAPConnection server, String name, String password) throws LDAPException {
    BindResult answer;
    try {
      answer =
          tellsWhy(server)
              ? server.bind(new SimpleBindRequest(name, password, TELL_WHY))
              : server.bind(name, password);
    } catch (LDAPException refused) {
      if (Servers.isAway(refused)) {
        throw refused;
      }
      answer = new BindResult(refused);
    }
    Denials.why(answer)
        .ifPresent(
            why -> {
              throw why;
            });
    return answer.getResultCode().equals(ResultCode.SUCCESS);
  }

  private static boolean tellsWhy(LDAPConnection server) throws LDAPException {
    try {
      return Optional.ofNullable(server.getRootDSE())
          .filter(root -> root.supportsControl(TELL_WHY.getOID()))
          .isPresent();
    } catch (LDAPException hidden) {
      if (Servers.isAway(hidden)) {
        throw hidden;
      }
      return false;
    }
  }

  /** The one entry that the filter finds; of several nobody knows which it is. */
  private Optional<SearchResultEntry> person(LDAPConnection server, LoginName login)
      throws LDAPException {
    Filter filter =
        Filter.create(settings.filter().replace("{0}", Filter.encodeValue(login.value())));
    SearchRequest request =
        new SearchRequest(
            settings.base(),
            SearchScope.SUB,
            filter,
            settings.loginAttribute(),
            settings.nameAttribute(),
            settings.idAttribute(),
            Groups.MEMBER_OF,
            PrimaryGroup.NUMBER,
            PrimaryGroup.OWN_ID);
    request.setSizeLimit(2);
    List<SearchResultEntry> found = found(server, request);
    if (found.size() > 1) {
      LOG.log(Level.WARNING, "Several entries are called {0}: {1}", login, filter);
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static List<SearchResultEntry> found(LDAPConnection server, SearchRequest request)
      throws LDAPException {
    try {
      return server.search(request).getSearchEntries();
    } catch (LDAPSearchException failed) {
      if (failed.getSearchEntries() != null && failed.getSearchEntries().size() > 1) {
        return failed.getSearchEntries(); // More than the limit.
      }
      throw failed;
    }
  }

  private Outsider outsider(LDAPConnection server, LoginName login, SearchResultEntry entry) {
    String id =
        Optional.ofNullable(entry.getAttribute(settings.idAttribute()))
            .map(Ids::text)
            .orElseGet(() -> entry.getDN().toLowerCase(Locale.ROOT));
    String name = Optional.ofNullable(entry.getAttributeValue(settings.nameAttribute())).orElse("");
    Set<String> names = groups.of(server, entry);
    return new Outsider("ldap " + id, own(login, entry), name, names);
  }

  /** By which of the entry's names that one is known here, whichever was typed. */
  private LoginName own(LoginName typed, SearchResultEntry entry) {
    List<LoginName> names =
        Optional.ofNullable(entry.getAttributeValues(settings.loginAttribute())).stream()
            .flatMap(Arrays::stream)
            .flatMap(name -> LoginName.typed(name).stream())
            .toList();
    return names.isEmpty() || names.contains(typed) ? typed : names.get(0);
  }
}
