# Sourced by the scripts above it: an empty folder to work in, with Payara Micro in lib/, and a server for what they
# write to src/ and war/. Needs a JDK 17 or newer, Maven and curl.
set -euo pipefail
payara=6.2025.10
primefaces=15.0.13
folder=$(mktemp -d)
server=
port=$(( 20000 + RANDOM % 20000 ))
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
get() { mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="$1" -DoutputDirectory=lib; }
get "fish.payara.extras:payara-micro:$payara"
get jakarta.platform:jakarta.jakartaee-api:10.0.0
mkdir -p src war/WEB-INF/classes

# serve CURL-ARGUMENTS...: compiles, deploys, and waits until curl has an answer; the log is in the file log;
# java_options and payara_options are for the server alone
serve() {
  javac -d war/WEB-INF/classes -cp 'lib/*' src/*.java
  (cd war && jar -cf ../tried.war .)
  java ${java_options:-} -jar "lib/payara-micro-$payara.jar" --nohazelcast --disablephonehome --contextroot / \
    --deploy tried.war --port "$port" ${payara_options:-} > log 2>&1 &
  server=$!
  for _ in $(seq 120); do
    curl -sf -o /dev/null "$@" && break
    sleep 1
  done
  echo "Payara Micro $payara, $(java -version 2>&1 | head -1)"
}

# write_faces: makes it an application of Faces, without a page yet
write_faces() {
  cat > src/Tried.java <<'JAVA'
@jakarta.faces.annotation.FacesConfig
@jakarta.enterprise.context.ApplicationScoped
public class Tried {}
JAVA
  cat > war/WEB-INF/faces-config.xml <<'XML'
<faces-config xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"/>
XML
}

# add_primefaces: puts PrimeFaces among its libraries
add_primefaces() {
  get "org.primefaces:primefaces:$primefaces:jar:jakarta"
  mkdir -p war/WEB-INF/lib
  mv "lib/primefaces-$primefaces-jakarta.jar" war/WEB-INF/lib
}
