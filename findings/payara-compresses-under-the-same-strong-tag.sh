#!/usr/bin/env bash
# Payara Micro 6.2025.10: what it compresses has the strong ETag of what it does not compress, and no Vary.
#
# Expected: with http.compression=on the answer to Accept-Encoding: gzip says "Vary: Accept-Encoding" (RFC 9110,
# 12.5.5), and a strong ETag of the application becomes a weak one or another one, as two codings are two
# representations (RFC 9110, 8.8.3.3).
# Seen: Content-Encoding: gzip beside ETag "one", and no Vary, in both codings. So a cache before the server hands
# what is compressed to clients that asked for it as it is. An application has to say Vary by itself.
# This script fails when that changes. Needs a JDK 17 or newer, Maven and curl; takes about half a minute.
. "$(dirname "${BASH_SOURCE[0]}")/lib/payara.bash"
cat > src/Tried.java <<'JAVA'
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

@WebServlet("/text")
public class Tried extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/plain");
    response.setHeader("ETag", "\"one\"");
    response.getOutputStream().write("hello world ".repeat(2_000).getBytes());
  }
}
JAVA
echo 'set configs.config.server-config.network-config.protocols.protocol.http-listener.http.compression=on' > boot
payara_options='--prebootcommandfile boot'
serve "http://localhost:$port/text"
# heads CURL-ARGUMENTS...: the headers that matter, in one line
heads() {
  curl -s -m 10 -D - -o /dev/null "$@" "http://localhost:$port/text" | tr -d '\r' |
    grep -iE '^(etag|vary|content-encoding):' | sort | paste -sd, - || true
}
plain=$(heads)
gzip=$(heads -H 'Accept-Encoding: gzip')
echo "as it is: $plain"
echo "compressed: $gzip"
[ "$plain" = 'ETag: "one"' ] || { echo 'CHANGED: as it is'; exit 1; }
[ "$gzip" = 'Content-Encoding: gzip,ETag: "one"' ] || { echo 'CHANGED: compressed'; exit 1; }
echo 'As before: two codings under one strong tag, and no Vary.'
