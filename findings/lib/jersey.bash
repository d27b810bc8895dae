# Sourced by the scripts above it: an empty folder to work in, and Jersey 3.1.11, which Payara Micro 6.2025.10 has, on
# the server of the JDK. Needs a JDK 17 or newer, Maven and curl.
set -euo pipefail
jersey=3.1.11
folder=$(mktemp -d)
server=
port=$(( 20000 + RANDOM % 20000 ))
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"

# serve CLASS ARTIFACT...: compiles CLASS.java, a class with resources and providers in it, serves them with these parts
# of Jersey too, and waits until there is an answer
serve() {
  local parts=
  for part in org.glassfish.jersey.containers:jersey-container-jdk-http org.glassfish.jersey.inject:jersey-hk2 \
    "${@:2}"; do
    parts+="<dependency><groupId>${part%:*}</groupId><artifactId>${part#*:}</artifactId>"
    parts+="<version>$jersey</version></dependency>"
  done
  cat > pom.xml <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>f</groupId><artifactId>f</artifactId><version>1</version>
  <dependencies>$parts</dependencies>
</project>
XML
  mvn -q dependency:build-classpath -Dmdep.outputFile=path > maven.log || { cat maven.log; exit 1; }
  cat > Serving.java <<JAVA
import java.net.URI;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

public class Serving {
  public static void main(String[] arguments) {
    ResourceConfig all = new ResourceConfig($1.class.getDeclaredClasses());
    JdkHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:$port/"), all);
  }
}
JAVA
  javac -cp "$(cat path)" "$1.java" Serving.java
  java -cp "$(cat path):." Serving > log 2>&1 &
  server=$!
  for _ in $(seq 60); do
    curl -s -o /dev/null "http://127.0.0.1:$port/" && break
    sleep 1
  done
  echo "Jersey $jersey, $(java -version 2>&1 | head -1)"
}
