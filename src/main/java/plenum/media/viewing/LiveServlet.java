package plenum.media.viewing;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import plenum.http.Problem;
import plenum.http.Query;
import plenum.http.Reply;

/** {@code /live/...}: a servlet, since Jakarta REST would keep a thread for every viewer. */
public class LiveServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String ROOT = "/live";

  @Inject private transient LiveDoor door;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    Outlet outlet = new ServletOutlet(request.startAsync());
    if (!request.getMethod().equals("GET")) {
      Passage.send(outlet, Problem.of(405).reply(outlet.reader()).with("Allow", "GET"));
      return;
    }
    Reply nothing = Problem.of(404).reply(outlet.reader());
    LivePath.parse(path(request))
        .ifPresentOrElse(
            path -> door.serve(path, query(request), outlet), () -> Passage.send(outlet, nothing));
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring((request.getContextPath() + ROOT).length());
  }

  private static Query query(HttpServletRequest request) {
    return Query.parse(Optional.ofNullable(request.getQueryString()).orElse(""));
  }
}
