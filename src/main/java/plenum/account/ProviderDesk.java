package plenum.account;

import com.nimbusds.jwt.JWT;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import plenum.account.LoginDesk.Admitted;
import plenum.account.oidc.ProviderLogins;
import plenum.account.oidc.ProviderLogins.LoggedOut;
import plenum.account.oidc.ProviderLogins.Returned;
import plenum.account.oidc.ProviderLogins.Sent;

/** Where somebody logs in whom a provider knows. */
public final class ProviderDesk {

  private static final int MOST = 10_000;

  /** Somebody who is let in, and where that one wanted to go. */
  public record Arrived(Admitted admitted, String next) {}

  private final ProviderLogins provider;
  private final OutsideAccounts accounts;
  private final LoginDesk desk;
  private final Hashing threads;

  /** By which the provider knows whom to log out, by the login; gone after a restart. */
  private final Map<String, JWT> tokens =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, JWT> eldest) {
              return size() > MOST;
            }
          });

  ProviderDesk(ProviderLogins provider, OutsideAccounts accounts, LoginDesk desk, Hashing threads) {
    this.provider = provider;
    this.accounts = accounts;
    this.desk = desk;
    this.threads = threads;
  }

  /** Where a browser is to go; fails as {@link ProviderLogins#send} does. */
  public CompletableFuture<Sent> send(URI callback, String next) {
    long arrived = System.nanoTime();
    return threads.later(() -> provider.send(callback, next, arrived));
  }

  /** Lets in who has come back; fails as {@link ProviderLogins#take} does. */
  public CompletableFuture<Arrived> arrive(
      URI callback, Map<String, String> query, String cookie, Caller caller) {
    long arrived = System.nanoTime();
    return threads.later(
        () -> {
          Returned returned = provider.take(callback, query, cookie, arrived);
          Admitted admitted = desk.admit(accounts.of(returned.person()), caller);
          tokens.put(admitted.begun().login().id(), returned.token());
          return new Arrived(admitted, returned.next());
        });
  }

  /** Where a browser is to go so that the provider's login ends, too; fails like {@link #send}. */
  public CompletableFuture<Optional<URI>> logout(String login, URI back) {
    long arrived = System.nanoTime();
    Optional<JWT> token = Optional.ofNullable(tokens.remove(login));
    return threads.later(() -> provider.logout(token, back, arrived));
  }

  /**
   * The provider says whose logins are over: they end here, too. Tells how many; fails as {@link
   * ProviderLogins#loggedOut} does.
   *
   * @param from from where it was said
   */
  public CompletableFuture<Integer> loggedOut(String token, InetAddress from) {
    long arrived = System.nanoTime();
    return threads.later(() -> end(provider.loggedOut(token, arrived), from));
  }

  private int end(LoggedOut out, InetAddress from) {
    return out.person().isPresent()
        ? accounts
            .known(out.person().get())
            .map(one -> desk.ended(one, login -> isOver(login, out.session()), from))
            .orElse(0)
        : out.session().map(session -> end(session, from)).orElse(0);
  }

  /** A login of before a restart, of which no session is known, ends with any of its person's. */
  private boolean isOver(Login login, Optional<String> session) {
    Optional<String> own =
        Optional.ofNullable(tokens.get(login.id())).flatMap(ProviderLogins::session);
    return session.isEmpty() || own.isEmpty() || own.equals(session);
  }

  private int end(String session, InetAddress from) {
    Set<String> over;
    synchronized (tokens) {
      over =
          tokens.entrySet().stream()
              .filter(
                  one -> ProviderLogins.session(one.getValue()).filter(session::equals).isPresent())
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
    }
    return desk.ended(over, from);
  }
}
