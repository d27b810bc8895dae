package plenum.database.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.account.token.ApiToken;
import plenum.identity.PersonId;
import plenum.identity.Scope;

/** A program's token. */
@Entity
@Table(name = "api_token")
public class ApiTokenRow {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "hash")
  private String hash;

  @Column(name = "made_by")
  private String maker;

  @Column(name = "name")
  private String name;

  /** Words with a space between them. */
  @Column(name = "scopes")
  private String scopes;

  @Column(name = "made")
  private Instant made;

  @Column(name = "good_until")
  private Instant until;

  @Column(name = "used")
  private Instant used;

  protected ApiTokenRow() {}

  ApiTokenRow(ApiToken token) {
    this.id = token.id();
    this.hash = token.hash();
    this.maker = token.maker().value();
    this.name = token.name();
    this.scopes =
        token.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(" "));
    this.made = token.made();
    this.until = token.until();
    this.used = token.used().orElse(null);
  }

  static List<ApiTokenRow> all(EntityManager manager) {
    return manager.createQuery("select t from ApiTokenRow t", ApiTokenRow.class).getResultList();
  }

  ApiToken token() {
    return new ApiToken(
        id, hash, new PersonId(maker), name, scopes(), made, until, Optional.ofNullable(used));
  }

  /** What only a later Plenum knows opens nothing here. */
  private Set<Scope> scopes() {
    Set<String> words = Set.of(scopes.split(" "));
    return Stream.of(Scope.values())
        .filter(scope -> words.contains(scope.word()))
        .collect(Collectors.toSet());
  }
}
