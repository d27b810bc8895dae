#!/usr/bin/env bash
# Yasson 3.0.4: a number that its Java type cannot hold is turned into another one, and nobody is told.
#
# Expected: fromJson throws a JsonbException for 3000000000 where a record has an int, as it does for 300 where it has a
# byte, for the text "3000000000", and for true.
# Seen: 3000000000 becomes -1294967296 in an int, 18446744073709551676 becomes 60 in a Long, and 5.7 becomes 5 in an int.
# So a resource that checks a range is given a number of that range that nobody sent.
# This script fails when that changes. Needs a JDK 17 or newer and Maven; takes some seconds.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>f</groupId><artifactId>f</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.eclipse</groupId><artifactId>yasson</artifactId><version>3.0.4</version></dependency>
  </dependencies>
</project>
XML
mvn -q dependency:build-classpath -Dmdep.outputFile=path > maven.log || { cat maven.log; exit 1; }
cat > Numbers.java <<'JAVA'
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;

public class Numbers {
  public record OfInt(int value) {}

  public record OfByte(byte value) {}

  public record OfLong(Long value) {}

  static final Jsonb JSON = JsonbBuilder.create();

  static void read(String value, Class<?> type) {
    String seen;
    try {
      seen = JSON.fromJson("{\"value\":" + value + "}", type).toString();
    } catch (JsonbException refused) {
      seen = type.getSimpleName() + " refused";
    }
    System.out.println(value + " -> " + seen);
  }

  public static void main(String[] arguments) {
    read("2147483647", OfInt.class);
    read("3000000000", OfInt.class);
    read("5.7", OfInt.class);
    read("300", OfByte.class);
    read("18446744073709551676", OfLong.class);
    read("true", OfInt.class);
    read("\"3000000000\"", OfInt.class);
  }
}
JAVA
javac -cp "$(cat path)" Numbers.java
echo "Yasson 3.0.4, $(java -version 2>&1 | head -1)"
java -cp "$(cat path):." Numbers | tee said
cat > expected <<'TEXT'
2147483647 -> OfInt[value=2147483647]
3000000000 -> OfInt[value=-1294967296]
5.7 -> OfInt[value=5]
300 -> OfByte refused
18446744073709551676 -> OfLong[value=60]
true -> OfInt refused
"3000000000" -> OfInt refused
TEXT
diff expected said || { echo 'CHANGED: what becomes of a number'; exit 1; }
echo 'As before: numbers are turned into others.'
