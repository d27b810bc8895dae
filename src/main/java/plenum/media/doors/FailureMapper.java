package plenum.media.doors;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger.Level;

/** Gives every failure that no door foresaw a problem's form, and never a stack trace. */
public class FailureMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(FailureMapper.class.getName());

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException known) {
      Response response = Responses.of(Problem.of(known.getResponse().getStatus()).reply());
      Object allow = known.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
      return allow == null
          ? response
          : Response.fromResponse(response).header(HttpHeaders.ALLOW, allow).build();
    }
    LOG.log(Level.ERROR, "A media door failed", failure);
    return Responses.of(Problem.of(Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()).reply());
  }
}
