package plenum.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import plenum.identity.RandomText;
import plenum.text.Refused;

/** Answers every failure of a resource by a problem, never by a page or a stack trace. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(FailureMapper.class.getName());

  @Context HttpServletRequest request;

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof Refused refused) {
      return answer(Problem.of(refused));
    }
    if (failure instanceof WebApplicationException web) {
      return known(web.getResponse());
    }
    if (failure instanceof ProcessingException) {
      return answer(
          Problem.of(new RequestRefused(RequestRefused.Reason.BAD_REQUEST, "bad-request")));
    }
    String id = RandomText.letters(8);
    LOG.log(Level.ERROR, "Defect " + id, failure);
    return answer(Problem.internal(id));
  }

  private Response known(Response response) {
    boolean redirected = response.getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION;
    if (redirected || response.hasEntity()) {
      return response;
    }
    Response answer = answer(Problem.of(response.getStatus()));
    Object allow = response.getHeaders().getFirst(HttpHeaders.ALLOW);
    return allow == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }

  private Response answer(Problem problem) {
    return Responses.of(problem.reply(Reader.of(request)));
  }
}
