package plenum.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plenum.account.Account;
import plenum.account.AccountOffice;
import plenum.account.token.ApiToken;
import plenum.account.token.ApiTokens;
import plenum.identity.DisplayName;
import plenum.identity.Scope;
import plenum.web.Page;

/** The tokens by which programs act for administrators: made, seen, ended. */
@Named("tokens")
@RequestScoped
public class TokensPage {

  @Inject AccountOffice office;
  @Inject Acts acts;
  @Inject Page page;

  private String name = "";
  private boolean read = true;
  private boolean act;
  private boolean people;
  private boolean settings;
  private boolean webhooks;
  private int days = 90;
  private Optional<String> fresh = Optional.empty();

  /** A token, as the page shows it. */
  public record TokenView(
      String id,
      String name,
      String maker,
      String scopes,
      Object until,
      Object used,
      boolean over) {}

  /** Every token, the newest first. */
  public List<TokenView> all() {
    return office.tokens().all().stream().map(this::view).toList();
  }

  private TokenView view(ApiToken token) {
    return new TokenView(
        token.id(),
        token.name(),
        office.accounts().of(token.maker()).map(Account::name).map(DisplayName::value).orElse(""),
        token.scopes().stream()
            .sorted()
            .map(scope -> page.getText().get("page.admin.scope." + scope.word()))
            .collect(Collectors.joining(", ")),
        token.until(),
        token.used().isPresent() ? token.used().get() : "",
        office.tokens().isOver(token));
  }

  /** Makes one, whose text the answer to this request alone shows. */
  public void make() {
    acts.run(
        actor -> {
          ApiTokens.Wish wish = new ApiTokens.Wish(name, scopes(), Duration.ofDays(days));
          fresh = Optional.of(office.tokens().make(actor, wish).text());
          beginAnew();
        },
        "page.admin.tokens.made");
  }

  /** The next token may no more than somebody says of it. */
  private void beginAnew() {
    name = "";
    read = true;
    act = false;
    people = false;
    settings = false;
    webhooks = false;
  }

  private Set<Scope> scopes() {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    if (read) {
      scopes.add(Scope.READ);
    }
    if (act) {
      scopes.add(Scope.ACT);
    }
    if (people) {
      scopes.add(Scope.PEOPLE);
    }
    if (settings) {
      scopes.add(Scope.SETTINGS);
    }
    if (webhooks) {
      scopes.add(Scope.WEBHOOKS);
    }
    return scopes;
  }

  /** Ends one at once. */
  public void revoke(String id) {
    acts.run(actor -> office.tokens().revoke(actor, id), "page.admin.tokens.revoked");
  }

  /** The one that was made by this request; empty when none was. */
  public String getFresh() {
    return fresh.orElse("");
  }

  /** For how many days one can be good. */
  public List<Integer> getChoices() {
    long most = office.tokens().settings().longest().toDays();
    return IntStream.of(1, 7, 30, 90, 365).filter(one -> one <= most).boxed().toList();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name == null ? "" : name;
  }

  public boolean isRead() {
    return read;
  }

  public void setRead(boolean read) {
    this.read = read;
  }

  public boolean isAct() {
    return act;
  }

  public void setAct(boolean act) {
    this.act = act;
  }

  public boolean isSettings() {
    return settings;
  }

  public void setSettings(boolean settings) {
    this.settings = settings;
  }

  public boolean isWebhooks() {
    return webhooks;
  }

  public void setWebhooks(boolean webhooks) {
    this.webhooks = webhooks;
  }

  public boolean isPeople() {
    return people;
  }

  public void setPeople(boolean people) {
    this.people = people;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }
}
