#!/usr/bin/env bash
# Payara Micro 6.2025.10: ServletInputStream.isFinished() says true before anything has been read.
#
# Expected (Jakarta Servlet 6.0, ServletInputStream.isFinished: true when all the data from the stream has been read): a
# ReadListener that reads while isReady() and not isFinished() reads all of a content of five bytes, and is told by
# onAllDataRead that it has.
# Seen: isFinished() is true as soon as the content has arrived, so that listener reads nothing, is told nothing, and its
# request ends by the timeout. One that reads until read() says -1 reads five bytes and is told.
# This script fails when that changes. Needs a JDK 17 or newer, Maven and curl; takes about half a minute.
. "$(dirname "${BASH_SOURCE[0]}")/lib/payara.bash"
cat > src/Reads.java <<'JAVA'
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

@WebServlet(urlPatterns = {"/until-minus-one", "/while-not-finished"}, asyncSupported = true)
public class Reads extends HttpServlet {
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean finished = request.getServletPath().equals("/while-not-finished");
    AsyncContext exchange = request.startAsync();
    exchange.setTimeout(2000);
    ServletInputStream input = request.getInputStream();
    int[] count = {0};
    exchange.addListener(new AsyncListener() {
      public void onTimeout(AsyncEvent event) throws IOException {
        response.getWriter().print("read " + count[0] + ", not told");
        exchange.complete();
      }

      public void onComplete(AsyncEvent event) {}

      public void onError(AsyncEvent event) {}

      public void onStartAsync(AsyncEvent event) {}
    });
    input.setReadListener(new ReadListener() {
      public void onDataAvailable() throws IOException {
        byte[] piece = new byte[100];
        while (input.isReady() && !(finished && input.isFinished())) {
          int more = input.read(piece);
          if (more < 0) {
            break;
          }
          count[0] += more;
        }
      }

      public void onAllDataRead() throws IOException {
        response.getWriter().print("read " + count[0] + ", told");
        exchange.complete();
      }

      public void onError(Throwable broken) {}
    });
  }
}
JAVA
serve -d hello "http://localhost:$port/until-minus-one"
one=$(curl -s -m 10 -d hello "http://localhost:$port/until-minus-one")
two=$(curl -s -m 10 -d hello "http://localhost:$port/while-not-finished")
echo "until read() says -1:  $one"
echo "while not finished:    $two"
[ "$one" = 'read 5, told' ] || { echo 'CHANGED: the first listener'; exit 1; }
[ "$two" = 'read 0, not told' ] || { echo 'CHANGED: the second listener'; exit 1; }
echo 'As before: isFinished() is true before anything was read.'
