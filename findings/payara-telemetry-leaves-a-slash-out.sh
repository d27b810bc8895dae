#!/usr/bin/env bash
# Payara Micro 6.2025.10: spans of MicroProfile Telemetry are called by a route without the slash in its middle.
#
# Expected (MicroProfile Telemetry 1.1, by OpenTelemetry's semantic conventions for HTTP 1.20): with otel.sdk.disabled=false
# a request to the resource "things" of an application at "api" is a span of the http.route /api/things.
# Seen: http.route is /apithings, and the span's name "GET /apithings"; with paths that begin with a slash it is as expected.
# This script fails when that changes. Needs a JDK 17 or newer, Maven, curl and Python 3; takes about half a minute.
. "$(dirname "${BASH_SOURCE[0]}")/lib/payara.bash"
cat > src/Things.java <<'JAVA'
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;

@ApplicationPath("api")
public class Things extends Application {
  @Path("things")
  public static class Plain {
    @GET
    public String get() {
      return "plain";
    }
  }

  @Path("/slashed")
  public static class Slashed {
    @GET
    public String get() {
      return "slashed";
    }
  }
}
JAVA
collected=$(( port + 1 ))
cat > collector.py <<'PYTHON'
import http.server, re, sys
class Collector(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        print("\n".join(text.decode() for text in re.findall(rb"/api[ -~]*", body)), flush=True)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()
    def log_message(self, *arguments): pass
server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Collector)
server.timeout = 60
for _ in range(20): server.handle_request()
PYTHON
python3 collector.py "$collected" > spans & collector=$!
trap 'kill "$collector" $server 2>/dev/null || true; rm -rf "$folder"' EXIT
export OTEL_SDK_DISABLED=false OTEL_TRACES_EXPORTER=otlp OTEL_METRICS_EXPORTER=none OTEL_LOGS_EXPORTER=none
export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf OTEL_EXPORTER_OTLP_ENDPOINT="http://127.0.0.1:$collected"
serve "http://localhost:$port/api/things"
# The first request is in no span.
curl -s -o /dev/null "http://localhost:$port/api/things"
curl -s -o /dev/null "http://localhost:$port/api/slashed"
for _ in $(seq 30); do grep -q slashed spans && break; sleep 1; done
grep -oE '/api/?(things|slashed)' spans | sort | uniq -c
grep -q '/apithings' spans || { echo 'CHANGED: the route of a path without a slash'; exit 1; }
grep -q '/apislashed' spans && { echo 'CHANGED: the route of a path with a slash'; exit 1; }
echo 'As before: the route has no slash in its middle.'
