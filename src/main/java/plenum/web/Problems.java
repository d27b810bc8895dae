package plenum.web;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import plenum.identity.RandomText;

/** Answers every failure of a resource by a problem, never by a page or a stack trace. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(Problems.class.getName());

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException web) {
      return known(web.getResponse());
    }
    if (failure instanceof ProcessingException) {
      return Problem.of(
              400,
              "bad-request",
              "Unreadable body",
              "The request's body is not the JSON expected here.")
          .response();
    }
    String id = RandomText.letters(8);
    LOG.log(Level.ERROR, "Defect " + id, failure);
    return Problem.of(
            500,
            "internal",
            "Something went wrong",
            "Something went wrong in the server (" + id + ").")
        .response();
  }

  private static Response known(Response response) {
    Response.StatusType status = response.getStatusInfo();
    if (status.getFamily() == Response.Status.Family.REDIRECTION || response.hasEntity()) {
      return response;
    }
    String title = status.getReasonPhrase();
    return Problem.of(
            status.getStatusCode(),
            "http-" + status.getStatusCode(),
            title,
            "The server cannot serve this request: %s.".formatted(title))
        .response();
  }
}
