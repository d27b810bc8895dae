package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import plenum.account.token.ApiToken;
import plenum.account.token.ApiTokens;
import plenum.identity.PersonId;
import plenum.identity.Scope;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;

/** The tokens that a person made for programs. */
@ApplicationScoped
public class ApiTokenRecords implements PersonalRecords {

  private ApiTokens tokens;

  /** For the container's proxy only. */
  protected ApiTokenRecords() {}

  @Inject
  ApiTokenRecords(AccountOffice office) {
    this.tokens = office.tokens();
  }

  @Override
  public String name() {
    return "tokens";
  }

  @Override
  public Turn turn() {
    return Turn.PLACES;
  }

  @Override
  public JsonValue of(PersonId person) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (ApiToken token : tokens.of(person)) {
      JsonArrayBuilder scopes = Json.createArrayBuilder();
      token.scopes().stream().map(Scope::word).sorted().forEach(scopes::add);
      JsonObjectBuilder told =
          Json.createObjectBuilder()
              .add("name", token.name())
              .add("scopes", scopes)
              .add("made", token.made().toString())
              .add("until", token.until().toString());
      token.used().ifPresent(at -> told.add("used", at.toString()));
      list.add(told);
    }
    return list.build();
  }

  /** They ended with the account, whose turn came before. */
  @Override
  public void erase(Erasure erasure) {
    tokens.review(erasure.person());
  }
}
