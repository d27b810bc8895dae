package plenum.account;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import plenum.account.guest.GuestCookie;
import plenum.account.guest.GuestLinkEnded;
import plenum.account.guest.GuestLinkStore;
import plenum.account.guest.GuestLinks;
import plenum.account.guest.GuestLinksChanged;
import plenum.account.ldap.LdapPasswords;
import plenum.account.oidc.ProviderLogins;
import plenum.account.token.ApiTokenStore;
import plenum.account.token.ApiTokens;
import plenum.account.token.MemoryApiTokenStore;
import plenum.audit.AuditTrail;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.identity.Secrets;
import plenum.right.Rights;
import plenum.settings.AccountSettings;
import plenum.settings.AccountSettings.Mode;
import plenum.settings.ApiSettings;
import plenum.settings.Current;
import plenum.settings.GuestSettings;
import plenum.settings.LdapSettings;
import plenum.settings.OidcSettings;
import plenum.store.DataDirectory;
import plenum.time.Timers;

/** Everything about accounts, wired to the application; made at its first use. */
@ApplicationScoped
public class AccountOffice {

  private static final Duration ROUNDS = Duration.ofMinutes(10);

  private Hashing hashing;

  /** Where somebody waits for the provider; passwords of ours wait for nobody there. */
  private Optional<Hashing> waiting = Optional.empty();

  private Accounts accounts;
  private Logins logins;
  private LoginDesk desk;
  private Optional<ProviderDesk> provider = Optional.empty();
  private WelcomeDesk welcome;
  private Administration administration;
  private AdministratorLink link;
  private GuestLinks guests;
  private GuestCookie guestCookie;
  private ApiTokens tokens;
  private Current<AccountSettings> settings;
  private Timers timers;
  private Timers.Timer rounds = () -> {};

  /** For the container's proxy only. */
  protected AccountOffice() {}

  @Inject
  AccountOffice(
      Current<AccountSettings> settings,
      Secrets secrets,
      LdapSettings ldap,
      OidcSettings oidc,
      Rights rights,
      Timers timers,
      DataDirectory data,
      AuditTrail trail,
      AccountStore accountStore,
      LoginStore loginStore,
      Current<GuestSettings> guestSettings,
      GuestLinkStore guestStore,
      ApiSettings api,
      ApiTokenStore tokenStore,
      Event<LoginEnded> ended,
      Event<AccountRemoved> removed,
      Event<GuestLinkEnded> guestLinkEnded,
      Event<GuestLinksChanged> guestLinksChanged) {
    this.settings = settings;
    this.timers = timers;
    Clock clock = Clock.systemUTC();
    hashing = settings.now().mode() == Mode.LDAP ? Hashing.elsewhere() : new Hashing();
    Journal journal = new Journal(trail, clock);
    // What is kept of another mode is nobody's while there are no accounts.
    boolean kept = settings.now().hasAccounts();
    accounts =
        new Accounts(
            kept ? accountStore : new MemoryAccountStore(), settings.now().administrators());
    logins =
        new Logins(
            settings, accounts, kept ? loginStore : new MemoryLoginStore(), clock, ended::fire);
    link = new AdministratorLink(data.file("administrator-link"), clock);
    desk =
        new LoginDesk(
            accounts,
            logins,
            check(ldap, clock),
            hashing,
            new KnownDevices(secrets),
            new LoginBrake(System::nanoTime),
            journal);
    if (settings.now().mode() == Mode.OIDC) {
      OutsideAccounts outside = new OutsideAccounts(accounts, clock);
      waiting = Optional.of(Hashing.elsewhere());
      provider =
          Optional.of(new ProviderDesk(new ProviderLogins(oidc), outside, desk, waiting.get()));
    }
    welcome = new WelcomeDesk(accounts, logins, desk, hashing, link, journal, clock);
    administration =
        new Administration(
            accounts, logins, rights::mayAdministerAccounts, journal, clock, removed::fire);
    guestCookie = new GuestCookie(secrets);
    guests =
        new GuestLinks(
            guestSettings,
            guestStore,
            timers,
            clock,
            trail,
            guestLinkEnded::fire,
            guestLinksChanged::fire);
    tokens =
        new ApiTokens(
            api,
            kept ? tokenStore : new MemoryApiTokenStore(),
            this::isAdministrator,
            rights::mayDelegate,
            clock,
            trail);
    accounts.watch(tokens::review);
    rounds = timers.after(ROUNDS, this::forgetOld);
  }

  private boolean isAdministrator(PersonId person) {
    return accounts.standing(person).roles().contains(Role.ADMINISTRATOR);
  }

  /** An account of ours keeps its password here, wherever those of others are. */
  private PasswordCheck check(LdapSettings ldap, Clock clock) {
    PasswordCheck kept = new KeptPasswords(accounts, hashing);
    if (settings.now().mode() != Mode.LDAP) {
      return kept;
    }
    OutsideAccounts outside = new OutsideAccounts(accounts, clock);
    PasswordCheck directory = new LdapPasswords(ldap, outside, System::nanoTime);
    return (login, password) ->
        accounts.of(login).filter(account -> account.outside().isEmpty()).isPresent()
            ? kept.account(login, password)
            : directory.account(login, password);
  }

  private void forgetOld() {
    try {
      logins.forgetOld();
      guests.forgetOld();
      tokens.forgetOld();
    } finally {
      rounds = timers.after(ROUNDS, this::forgetOld);
    }
  }

  /**
   * A link for the first administrator, where there are accounts and nobody looks after them yet;
   * the one before is good no longer.
   */
  public Optional<String> firstAdministrator() {
    return settings.now().hasAccounts() && !accounts.hasAdministrator()
        ? Optional.of(link.make(new LoginName("admin")))
        : Optional.empty();
  }

  /** Does nothing; whoever calls it has made what could not be made otherwise. */
  public void requireUsable() {}

  /**
   * Does nothing where there are accounts.
   *
   * @throws AccountRefused {@code no-accounts}
   */
  public void requireAccounts() {
    if (!settings.now().hasAccounts()) {
      throw new AccountRefused(AccountRefused.Reason.NO_ACCOUNTS, "no-accounts");
    }
  }

  /** Whose account has this name. */
  public Optional<PersonId> nameHolder(DisplayName name) {
    return accounts.holder(name);
  }

  public Accounts accounts() {
    return accounts;
  }

  public Logins logins() {
    return logins;
  }

  public LoginDesk desk() {
    return desk;
  }

  /**
   * Where people log in whom a provider knows.
   *
   * @throws AccountRefused {@code no-accounts} where nobody asks a provider
   */
  public ProviderDesk provider() {
    return provider.orElseThrow(
        () -> new AccountRefused(AccountRefused.Reason.NO_ACCOUNTS, "no-accounts"));
  }

  /** Whether this login is one that a provider began. */
  public boolean isByProvider(PersonId person) {
    return provider.isPresent()
        && accounts
            .of(person)
            .flatMap(Account::outside)
            .filter(key -> key.startsWith("oidc "))
            .isPresent();
  }

  /** The tokens by which programs act for administrators. */
  public ApiTokens tokens() {
    return tokens;
  }

  public GuestLinks guests() {
    return guests;
  }

  /** The cookie of who came by a guest link. */
  public GuestCookie guestCookie() {
    return guestCookie;
  }

  public WelcomeDesk welcome() {
    return welcome;
  }

  public Administration administration() {
    return administration;
  }

  @PreDestroy
  void stop() {
    rounds.cancel();
    hashing.stop();
    waiting.ifPresent(Hashing::stop);
  }
}
