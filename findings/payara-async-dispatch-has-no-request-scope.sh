#!/usr/bin/env bash
# Payara Micro 6.2025.10: after AsyncContext.dispatch() a @RequestScoped bean cannot be reached.
#
# Expected (Jakarta CDI: the request scope is active during the service() method of any servlet): a servlet that is
# reached by a dispatch from a filter's asynchronous context can call a request-scoped bean, as it can when it is reached
# directly.
# Seen: the direct request answers 200 with the bean's word; the dispatched one answers 500, and the log says
# WELD-001303, no active contexts for scope type RequestScoped.
# This script fails when that changes. Needs a JDK 17 or newer, Maven and curl; takes about half a minute.
. "$(dirname "${BASH_SOURCE[0]}")/lib/payara.bash"
cat > src/Word.java <<'JAVA'
@jakarta.enterprise.context.RequestScoped
public class Word {
  public String said() {
    return "reached";
  }
}
JAVA
cat > src/Answer.java <<'JAVA'
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

@WebServlet(urlPatterns = {"/direct", "/dispatched"}, asyncSupported = true)
public class Answer extends HttpServlet {
  @Inject Word word;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.getWriter().print(word.said());
  }
}
JAVA
cat > src/Later.java <<'JAVA'
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Timer;
import java.util.TimerTask;

@WebFilter(urlPatterns = "/dispatched", asyncSupported = true)
public class Later extends HttpFilter {
  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    AsyncContext exchange = request.startAsync(request, response);
    // Long after this request's own thread has returned.
    new Timer(true).schedule(new TimerTask() {
      @Override
      public void run() {
        exchange.dispatch();
      }
    }, 500);
  }
}
JAVA
cat > war/WEB-INF/beans.xml <<'XML'
<beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="all"/>
XML
serve "http://localhost:$port/direct"
direct=$(curl -s -m 10 -w ' %{http_code}' "http://localhost:$port/direct")
dispatched=$(curl -s -m 10 -o /dev/null -w '%{http_code}' "http://localhost:$port/dispatched")
told=$(grep -o 'WELD-001303[^<]*RequestScoped' log | head -1 || true)
echo "direct:     $direct"
echo "dispatched: $dispatched, log: $told"
[ "$direct" = 'reached 200' ] || { echo 'CHANGED: the direct request does not work'; exit 1; }
[ "$dispatched" = 500 ] && [ -n "$told" ] || { echo 'CHANGED: the dispatched request reaches the bean'; exit 1; }
echo 'As before: a dispatched request has no request scope.'
