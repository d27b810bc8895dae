package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;
import plenum.text.Refused;

/** A person's account, without what is kept of the password, and the logins. */
@ApplicationScoped
public class AccountRecords implements PersonalRecords {

  private Accounts accounts;
  private Logins logins;
  private Administration administration;

  /** For the container's proxy only. */
  protected AccountRecords() {}

  @Inject
  AccountRecords(AccountOffice office) {
    this(office.accounts(), office.logins(), office.administration());
  }

  AccountRecords(Accounts accounts, Logins logins, Administration administration) {
    this.accounts = accounts;
    this.logins = logins;
    this.administration = administration;
  }

  @Override
  public String name() {
    return "account";
  }

  @Override
  public Turn turn() {
    return Turn.ACCOUNT;
  }

  @Override
  public JsonValue of(PersonId person) {
    return accounts.of(person).map(this::told).orElse(JsonValue.NULL);
  }

  private JsonValue told(Account account) {
    JsonObjectBuilder told =
        Json.createObjectBuilder()
            .add("login", account.login().value())
            .add("name", account.name().value())
            .add("groups", list(account.groups().stream()))
            .add("roles", list(account.roles().stream().map(Refused::codeOf)))
            .add("blocked", account.blocked())
            .add("made", account.made().toString())
            .add("passwordHere", account.password().isPresent());
    account.outside().ifPresent(key -> told.add("outside", key));
    account.link().ifPresent(link -> told.add("linkUntil", link.until().toString()));
    return told.add("logins", told(logins.of(account.person()))).build();
  }

  private static JsonArrayBuilder told(List<Login> logins) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (Login login : logins) {
      list.add(
          Json.createObjectBuilder()
              .add("begun", login.begun().toString())
              .add("seen", login.seen().toString())
              .add("address", login.address())
              .add("browser", login.browser()));
    }
    return list;
  }

  private static JsonArrayBuilder list(Stream<String> texts) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    texts.sorted().forEach(list::add);
    return list;
  }

  @Override
  public Set<String> logins(PersonId person) {
    return accounts.of(person).map(Account::login).map(LoginName::value).stream()
        .collect(Collectors.toSet());
  }

  @Override
  public void erase(Erasure erasure) {
    if (accounts.of(erasure.person()).isPresent()) {
      administration.end(erasure.person());
    }
  }
}
