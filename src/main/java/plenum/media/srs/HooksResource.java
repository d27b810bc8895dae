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
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import plenum.http.ClientAddress;
import plenum.media.MediaRefusal;

/**
 * {@code /api/hooks/srs}, which SRS calls, and {@code /api/hooks/allow}, which nginx asks.
 *
 * <p>Proxied, since JAX-RS asks the container for it, and it is made at the first request.
 */
@Path("hooks")
@ApplicationScoped
public class HooksResource {

  private static final System.Logger LOG = System.getLogger(HooksResource.class.getName());
  private static final int MAX_BYTES = 64 * 1024;

  private HookDoor hooks;
  private ProxyDoor proxies;
  private ClientAddress addresses;

  /** For the container's proxy. */
  protected HooksResource() {}

  @Inject
  HooksResource(HookDoor hooks, ProxyDoor proxies, ClientAddress addresses) {
    this.hooks = hooks;
    this.proxies = proxies;
    this.addresses = addresses;
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
      @QueryParam("secret") String secret, @Context HttpServletRequest request, InputStream body)
      throws IOException {
    InetAddress from =
        addresses.of(
            request.getRemoteAddr(), Optional.ofNullable(request.getHeader("X-Forwarded-For")));
    if (!hooks.isSrs(Optional.ofNullable(secret), from)) {
      LOG.log(Level.WARNING, "A hook from {0} was refused: wrong secret, or wrong address.", from);
      return Response.status(Response.Status.FORBIDDEN).entity(answer(1, "not allowed")).build();
    }
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    Optional<HookCall> call =
        bytes.length > MAX_BYTES
            ? Optional.empty()
            : HookCall.read(new String(bytes, StandardCharsets.UTF_8));
    if (call.isEmpty()) {
      return Response.status(Response.Status.BAD_REQUEST)
          .entity(answer(1, "not a hook of SRS"))
          .build();
    }
    Optional<MediaRefusal> refusal = hooks.answer(call.get());
    return Response.ok(refusal.map(why -> answer(1, why.getMessage())).orElse("{\"code\":0}"))
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

  private static String answer(int code, String message) {
    return Json.createObjectBuilder().add("code", code).add("msg", message).build().toString();
  }
}
