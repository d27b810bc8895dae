#!/usr/bin/env bash
# Payara Micro 6.2025.10: its JSON log formatter leaves LogMessage out of a record that has an exception.
#
# Expected (Payara's documents of the JSON Log Formatter: each record has LogMessage): a warning that is logged with an
# exception has its own words in LogMessage, as one that is logged without.
# Seen: the plain warning has them; the one with an exception has no LogMessage at all. Its words stand in
# Throwable.Exception, where one looks for the exception's, and the exception's in the first line of the stack alone: who
# searches LogMessage finds no failure.
# This script fails when that changes. Needs a JDK 17 or newer, Maven and curl; takes about half a minute.
. "$(dirname "${BASH_SOURCE[0]}")/lib/payara.bash"
cat > src/Warn.java <<'JAVA'
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.logging.Level;
import java.util.logging.Logger;

@WebServlet("/warn")
public class Warn extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    Logger log = Logger.getLogger("tried");
    log.log(Level.WARNING, "The plain warning");
    log.log(Level.WARNING, "The warning with a cause", new IllegalStateException("the cause"));
  }
}
JAVA
cat > logging.properties <<'PROPERTIES'
handlers=java.util.logging.ConsoleHandler
java.util.logging.ConsoleHandler.formatter=fish.payara.enterprise.server.logging.JSONLogFormatter
.level=WARNING
PROPERTIES
java_options="-Djava.util.logging.config.file=$folder/logging.properties"
serve "http://localhost:$port/warn"
grep -h '"LoggerName":"tried"' log | head -2 | cut -c1-400
plain=$(grep -c '"LogMessage":"The plain warning"' log || true)
named=$(grep -c '"LogMessage":"The warning with a cause"' log || true)
moved=$(grep -c '"Exception":"The warning with a cause"' log || true)
[ "$plain" -ge 1 ] && [ "$named" = 0 ] && [ "$moved" -ge 1 ] || { echo "It is otherwise now."; exit 1; }
