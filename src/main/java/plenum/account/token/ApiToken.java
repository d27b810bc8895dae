package plenum.account.token;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import plenum.identity.Grant;
import plenum.identity.PersonId;
import plenum.identity.Scope;

/**
 * By which a program acts for whoever made it.
 *
 * @param id by which it can be named; no secret
 * @param hash of the text that the program has
 * @param maker for whom the program acts
 * @param name how the maker calls it
 * @param scopes which parts of the maker's rights it has
 * @param made when, in whole seconds
 * @param until when it is good no longer, in whole seconds
 * @param used when it was last used, more or less; empty until it is
 */
public record ApiToken(
    String id,
    String hash,
    PersonId maker,
    String name,
    Set<Scope> scopes,
    Instant made,
    Instant until,
    Optional<Instant> used) {

  public ApiToken {
    Objects.requireNonNull(id, "a token can be named");
    Objects.requireNonNull(hash, "a token is known by its hash");
    Objects.requireNonNull(maker, "a token is somebody's");
    Objects.requireNonNull(name, "a token is called something");
    scopes = Set.copyOf(scopes);
    made = Instant.ofEpochSecond(made.getEpochSecond());
    until = Instant.ofEpochSecond(until.getEpochSecond());
    used = used.map(at -> Instant.ofEpochSecond(at.getEpochSecond()));
  }

  /** What it opens. */
  public Grant grant() {
    return new Grant(id, name, scopes);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(until);
  }

  ApiToken usedAt(Instant now) {
    return new ApiToken(id, hash, maker, name, scopes, made, until, Optional.of(now));
  }
}
