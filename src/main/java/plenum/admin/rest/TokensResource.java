package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.account.Account;
import plenum.account.AccountOffice;
import plenum.account.token.ApiToken;
import plenum.account.token.ApiTokens;
import plenum.account.token.TokenRefused;
import plenum.admin.Programs;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.Scope;
import plenum.settings.SiteSettings;

/** The tokens by which programs act: seen by programs too, made by administrators in person. */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

  /** What a token is to be, for so many days from now on. */
  public record TokenWish(String name, List<String> scopes, int days) {}

  /**
   * A token, without the text by which it is known.
   *
   * @param maker the id of the person for whom the program acts
   * @param by how that one is called; empty when the account is gone
   * @param made when, by ISO 8601
   * @param until when it is good no longer
   * @param used when it was last used, more or less; empty until it is
   * @param over whether its time is over
   */
  public record TokenEntry(
      String id,
      String name,
      String maker,
      Optional<String> by,
      List<String> scopes,
      String made,
      String until,
      Optional<String> used,
      boolean over) {}

  /** A part of the list. */
  public record TokenList(List<TokenEntry> items, Optional<String> next) {}

  /** A token that was made, and its text, which is told this once. */
  public record NewToken(TokenEntry token, String text) {}

  @Inject Programs programs;
  @Inject AccountOffice office;
  @Inject SiteSettings site;
  @Context HttpServletRequest request;

  private TokenEntry entry(ApiToken token) {
    return new TokenEntry(
        token.id(),
        token.name(),
        token.maker().value(),
        office.accounts().of(token.maker()).map(Account::name).map(DisplayName::value),
        token.scopes().stream().sorted().map(Scope::word).toList(),
        token.made().toString(),
        token.until().toString(),
        token.used().map(Instant::toString),
        office.tokens().isOver(token));
  }

  /** All of them, by id; such as are over, for a month. */
  @GET
  public TokenList all(
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @DefaultValue("") String after) {
    programs.required(request, Scope.READ);
    var part =
        new Paging(limit, after)
            .of(office.tokens().all().stream().map(this::entry), TokenEntry::id);
    return new TokenList(part.items(), part.next());
  }

  /** Makes one, for a person alone; the answer alone has its text. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response make(TokenWish wish) {
    Actor actor = programs.required(request);
    if (wish == null || wish.name() == null || wish.scopes() == null) {
      throw new RequestRefused(Reason.BAD_REQUEST, "bad-request");
    }
    ApiTokens.Made made =
        office
            .tokens()
            .make(
                actor, new ApiTokens.Wish(wish.name(), scopes(wish), Duration.ofDays(wish.days())));
    return Response.created(URI.create(site.path("/api/admin/tokens/" + made.token().id())))
        .entity(new NewToken(entry(made.token()), made.text()))
        .build();
  }

  private static Set<Scope> scopes(TokenWish wish) {
    return wish.scopes().stream()
        .map(word -> Scope.of(word).orElseThrow(() -> TokenRefused.unknownScope(word)))
        .collect(Collectors.toSet());
  }

  /** One of them. */
  @GET
  @Path("{id}")
  public TokenEntry one(@PathParam("id") String id) {
    programs.required(request, Scope.READ);
    return entry(office.tokens().one(id));
  }

  /** Ends one at once: a person any, a program its own. */
  @DELETE
  @Path("{id}")
  public Response revoke(@PathParam("id") String id) {
    office.tokens().revoke(programs.required(request), id);
    return Response.noContent().build();
  }
}
