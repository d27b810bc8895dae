#!/usr/bin/env bash
# Yasson 3.0.4: of a record it writes every public method without a parameter whose name begins with "get" or "is",
# under the method's whole name.
#
# Expected: the properties of a record are its components; or, if its getters counted as those of a class do, "label"
# for getLabel() and "cheap" for isCheap(). In no case issue() and getaway(), which are getters of nothing.
# Seen: {"getLabel":...,"getaway":...,"isCheap":...,"issue":...} beside the components, and no twice(). So a method that
# somebody adds to a record changes what a door answers. Of a class with the same methods it writes "label" and "cheap",
# and also "away" and "sue".
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
cat > Written.java <<'JAVA'
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

public class Written {
  public record Item(int price) {
    public int twice() {
      return 2 * price;
    }

    public String getLabel() {
      return "label";
    }

    public boolean isCheap() {
      return price < 10;
    }

    public String issue() {
      return "issue";
    }

    public String getaway() {
      return "getaway";
    }
  }

  public static class Thing {
    public String getLabel() {
      return "label";
    }

    public boolean isCheap() {
      return true;
    }

    public String issue() {
      return "issue";
    }

    public String getaway() {
      return "getaway";
    }
  }

  public static void main(String[] arguments) {
    Jsonb json = JsonbBuilder.create();
    System.out.println("record: " + json.toJson(new Item(3)));
    System.out.println("class: " + json.toJson(new Thing()));
  }
}
JAVA
javac -cp "$(cat path)" Written.java
echo "Yasson 3.0.4, $(java -version 2>&1 | head -1)"
java -cp "$(cat path):." Written | tee said
cat > expected <<'TEXT'
record: {"getLabel":"label","getaway":"getaway","isCheap":true,"issue":"issue","price":3}
class: {"away":"getaway","cheap":true,"label":"label","sue":"issue"}
TEXT
diff expected said || { echo 'CHANGED: what is written of a record'; exit 1; }
echo 'As before: methods of a record are written under their whole names.'
