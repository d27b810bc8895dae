package plenum.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.account.AccountOffice;
import plenum.account.Cookies;
import plenum.account.ProviderDesk;
import plenum.account.ProviderDesk.Arrived;
import plenum.account.oidc.ProviderLogins.Sent;
import plenum.http.ClientAddress;
import plenum.settings.SiteSettings;
import plenum.text.Refused;
import plenum.web.Visitors;

/**
 * The way to the provider who knows people, and back, for browsers; and where the provider tells
 * that somebody has logged out there.
 */
@Path("oidc")
@RequestScoped
public class ProviderResource {

  private static final String JOURNEY = "plenum-oidc";
  private static final Duration LONGEST = Duration.ofMinutes(15);

  @Inject AccountOffice office;
  @Inject Answers answers;
  @Inject Visitors visitors;
  @Inject SiteSettings site;
  @Inject ClientAddress addresses;
  @Context HttpServletRequest request;

  /** Leads to the provider. */
  @GET
  @Path("login")
  public Response login(@QueryParam("next") @DefaultValue("") String next) {
    try {
      ProviderDesk desk = office.provider();
      Sent sent = Later.done(desk.send(callback(), answers.within(next)));
      return Response.seeOther(sent.address())
          .header(HttpHeaders.SET_COOKIE, cookie(sent.cookie(), LONGEST))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    } catch (Refused refused) {
      return refused(refused);
    }
  }

  /** From there one comes back here. */
  @GET
  @Path("callback")
  public Response callback(@Context UriInfo uri) {
    try {
      String journey =
          Cookies.read(Collections.list(request.getHeaders("Cookie")), JOURNEY).orElse("");
      Arrived arrived =
          Later.done(
              office
                  .provider()
                  .arrive(
                      callback(),
                      single(uri.getQueryParameters()),
                      journey,
                      visitors.caller(request)));
      return answers
          .admitted(
              arrived.admitted(),
              request,
              Response.seeOther(URI.create(answers.within(arrived.next()))))
          .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO))
          .build();
    } catch (Refused refused) {
      return refused(refused);
    }
  }

  /**
   * The provider says that logins are over (OpenID Connect Back-Channel Logout 1.0, section 2.5).
   *
   * @param form with the logout token, and with no other type
   */
  @POST
  @Path("back-channel")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response loggedOut(Form form) {
    String token =
        Optional.ofNullable(form)
            .map(Form::asMap)
            .map(fields -> fields.getFirst("logout_token"))
            .orElse("");
    Later.done(office.provider().loggedOut(token, addresses.of(request)));
    return Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private URI callback() {
    return answers.address("/api/oidc/callback", request);
  }

  private static Map<String, String> single(MultivaluedMap<String, String> query) {
    Map<String, String> first = new HashMap<>();
    query.forEach((name, values) -> values.stream().limit(1).forEach(one -> first.put(name, one)));
    return first;
  }

  private String cookie(String value, Duration age) {
    return Cookies.header(JOURNEY, value, site.path("/api/oidc"), age, visitors.isSecure(request));
  }

  /** People read why on the page by which they come in. */
  private Response refused(Refused refused) {
    List<String> known = List.of("account-blocked", "login-busy", "no-accounts");
    String code = known.contains(refused.code()) ? refused.code() : "login-failed";
    return Response.seeOther(URI.create(site.path("/login?refused=" + code)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
