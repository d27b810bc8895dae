package plenum.media.srs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import plenum.http.Body;
import plenum.http.Reply;
import plenum.http.Responses;
import plenum.media.MediaRefusal;

/**
 * {@code /api/hooks/srs}, which SRS calls, and {@code /api/hooks/allow}, which nginx asks.
 *
 * <p>Proxied, since JAX-RS asks the container for it, and it is made at the first request.
 */
@Path("hooks")
@ApplicationScoped
public class HooksResource {

  private HookDoor hooks;
  private ProxyDoor proxies;
  private HookCheck check;

  /** For the container's proxy. */
  protected HooksResource() {}

  @Inject
  HooksResource(HookDoor hooks, ProxyDoor proxies, HookCheck check) {
    this.hooks = hooks;
    this.proxies = proxies;
    this.check = check;
  }

  /**
   * Takes one hook. SRS goes on after 200 with {@code "code":0} and stops after anything else.
   *
   * @param secret {@code plenum.media.srs.hook-secret}
   */
  @POST
  @Path("srs")
  @Produces(MediaType.APPLICATION_JSON)
  public Response hook(
      @QueryParam("secret") String secret, @Context HttpServletRequest request, InputStream body) {
    Optional<Reply> refusal = check.refusal(Optional.ofNullable(secret), request);
    if (refusal.isPresent()) {
      return Responses.of(refusal.get());
    }
    Optional<HookCall> call = HookCall.read(Body.text(body));
    if (call.isEmpty()) {
      return Response.status(Response.Status.BAD_REQUEST)
          .entity(answer(1, "not a hook of SRS"))
          .build();
    }
    Optional<MediaRefusal> stopped = hooks.answer(call.get());
    return Response.ok(stopped.map(why -> answer(1, why.getMessage())).orElse("{\"code\":0}"))
        .build();
  }

  /** 204 when a request to {@code /rtc/v1/...} may pass to SRS, otherwise 401 or 403. */
  @GET
  @Path("allow")
  public Response allow(
      @HeaderParam("X-Original-URI") String uri,
      @HeaderParam("X-Original-Method") String method,
      @HeaderParam("Authorization") String authorization) {
    int status =
        proxies.judge(
            Optional.ofNullable(uri).orElse(""),
            Optional.ofNullable(method).orElse(""),
            Optional.ofNullable(authorization));
    return Response.status(status).build();
  }

  static String answer(int code, String message) {
    return Json.createObjectBuilder().add("code", code).add("msg", message).build().toString();
  }
}
