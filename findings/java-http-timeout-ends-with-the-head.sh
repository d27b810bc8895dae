#!/usr/bin/env bash
# Java 17.0.15: the timeout of an HttpRequest is over when the head of the answer has come.
#
# Expected (HttpRequest.Builder.timeout: "If the response is not received within the specified timeout then an
# HttpTimeoutException is thrown from HttpClient::send"): with a timeout of one second, and a server that sends the head and
# one byte at once and the end after four seconds, send() throws after one second.
# Seen: send() returns after four seconds, with status 200 and all of the content. Who wants a limit for the whole has to
# wait on the future of sendAsync with one, and cancel it.
# This script fails when that changes (later Java does what is expected). Needs a JDK 17; takes some seconds.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/Slow.java" <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

class Slow {
  public static void main(String[] arguments) throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    server.createContext("/", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('a');
      exchange.getResponseBody().flush();
      try {
        Thread.sleep(4000);
      } catch (InterruptedException ending) {
        return;
      }
      exchange.getResponseBody().write('b');
      exchange.close();
    });
    server.start();
    URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(1)).build();
    long began = System.nanoTime();
    String seen;
    try {
      seen = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (HttpTimeoutException late) {
      seen = "timed out";
    }
    long seconds = (System.nanoTime() - began) / 1_000_000_000;
    System.out.println("Java " + Runtime.version() + ": " + seen + " after " + seconds + " s");
    System.exit(seen.equals("ab") && seconds >= 3 ? 0 : 1);
  }
}
JAVA
java "$work/Slow.java" || { echo 'CHANGED: the timeout'; exit 1; }
echo 'As before: the timeout is over with the head.'
