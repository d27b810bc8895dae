#!/usr/bin/env bash
# Payara Server 6.2025.10: one handler of the root logger has no formatter; Payara Micro's all have one.
#
# Expected (java.util.logging.Handler): an application that takes the root logger's handlers as they are, looks at each
# one's formatter and puts one of its own before it, works as in Payara Micro.
# Seen: in a new domain of Payara Server its handler for syslog has none, and to give it back what it had by
# setFormatter(null) is a NullPointerException, which ends a deployment that does so at its start.
# This script fails when that changes. Needs a JDK 17 or newer, Maven, curl and unzip; 170 MB are fetched.
set -euo pipefail
payara=6.2025.10
folder=$(mktemp -d)
trap '"$folder"/payara6/bin/asadmin stop-domain > /dev/null 2>&1 || true; rm -rf "$folder"' EXIT
cd "$folder"
get() { mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="$1" -DoutputDirectory=lib; }
get "fish.payara.distributions:payara:$payara:zip"
get jakarta.platform:jakarta.jakartaee-api:10.0.0
unzip -q lib/payara-*.zip
mkdir -p war/WEB-INF/classes
cat > Handlers.java <<'JAVA'
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Handler;
import java.util.logging.Logger;

@WebServlet("/handlers")
public class Handlers extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      String has = handler.getFormatter() == null ? "no formatter" : handler.getFormatter().getClass().getName();
      response.getWriter().println(handler.getClass().getName() + ": " + has);
    }
  }
}
JAVA
javac -cp lib/jakarta.jakartaee-api-10.0.0.jar -d war/WEB-INF/classes Handlers.java
jar --create --file handlers.war -C war .
ask() { payara6/bin/asadmin "$@" > asadmin.log 2>&1 || { cat asadmin.log; exit 1; }; }
ask start-domain
ask deploy handlers.war
curl -s --max-time 60 http://127.0.0.1:8080/handlers/handlers > seen
echo "Payara Server $payara, $(java -version 2>&1 | head -1)"
cat seen
if [ "$(grep -c 'SyslogHandler: no formatter$' seen)" = 1 ] && [ "$(grep -c . seen)" -gt 1 ]; then
  echo "As before: the handler for syslog has none."
else
  echo "CHANGED: which handlers have formatters"
  exit 1
fi
