package plenum.account;

import java.time.Instant;
import java.util.Objects;
import plenum.identity.PersonId;

/**
 * Somebody is logged in with one browser, until that is ended or too old.
 *
 * @param id by which its person can name it; no secret
 * @param hash of the token that the browser has
 * @param person who it is
 * @param begun when the password was right
 * @param seen when it was last used, more or less
 * @param address from where it was last used
 * @param browser what the browser called itself then
 */
public record Login(
    String id,
    String hash,
    PersonId person,
    Instant begun,
    Instant seen,
    String address,
    String browser) {

  public Login {
    Objects.requireNonNull(id, "a login can be named");
    Objects.requireNonNull(hash, "a login is known by its token's hash");
    Objects.requireNonNull(person, "a login is somebody's");
    begun = Instant.ofEpochSecond(begun.getEpochSecond());
    seen = Instant.ofEpochSecond(seen.getEpochSecond());
    Objects.requireNonNull(address, "a login is from somewhere");
    Objects.requireNonNull(browser, "a browser that says nothing is empty");
  }

  Login usedAt(Instant now, String from) {
    return new Login(id, hash, person, begun, now, from, browser);
  }
}
