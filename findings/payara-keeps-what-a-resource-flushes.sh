#!/usr/bin/env bash
# Payara Micro 6.2025.10 (Jersey 3.1.11): what a StreamingOutput flushes is kept until there are 8 KiB, or its end.
#
# Expected: OutputStream.flush() in a StreamingOutput sends what was written, as it does in a servlet.
# Seen: of two lines that are flushed with two seconds between, the servlet's first one is there at once; the resource's
# comes with the second one, and under a Content-Length: the answer is not begun before. Lines of 9,000 bytes come at
# once.
# This script fails when that changes. Needs a JDK 17 or newer, Maven and curl; takes about half a minute.
. "$(dirname "${BASH_SOURCE[0]}")/lib/payara.bash"
cat > src/App.java <<'JAVA'
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

@ApplicationPath("resource")
public class App extends Application {}
JAVA
cat > src/Lines.java <<'JAVA'
import java.io.IOException;
import java.io.OutputStream;

public class Lines {
  static void write(OutputStream to, int length) throws IOException {
    for (int line = 0; line < 2; line++) {
      to.write(("a".repeat(length) + "\n").getBytes());
      to.flush();
      try {
        Thread.sleep(2_000);
      } catch (InterruptedException interrupted) {
        throw new IOException(interrupted);
      }
    }
  }
}
JAVA
cat > src/Resource.java <<'JAVA'
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;

@Path("")
public class Resource {
  @GET
  public StreamingOutput lines(@QueryParam("length") int length) {
    return to -> Lines.write(to, length);
  }
}
JAVA
cat > src/Tried.java <<'JAVA'
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

@WebServlet("/servlet")
public class Tried extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Lines.write(response.getOutputStream(), Integer.parseInt(request.getParameter("length")));
  }
}
JAVA
serve "http://localhost:$port/servlet?length=1"
# first ADDRESS: how many whole seconds pass until the first byte of the content, or of the head, is there
first() {
  curl -s -m 20 -o /dev/null -w '%{time_starttransfer}' "http://localhost:$port/$1" | cut -d. -f1
}
first 'resource?length=1' > /dev/null
servlet=$(first 'servlet?length=1')
short=$(first 'resource?length=1')
long=$(first 'resource?length=9000')
echo "until the first byte: servlet $servlet s, resource $short s, resource with long lines $long s"
[ "$servlet" -lt 2 ] || { echo 'CHANGED: a servlet'; exit 1; }
[ "$short" -ge 4 ] || { echo 'CHANGED: a resource'; exit 1; }
[ "$long" -lt 2 ] || { echo 'CHANGED: a resource with long lines'; exit 1; }
echo 'As before: a resource flushes nothing that is shorter than its buffer.'
