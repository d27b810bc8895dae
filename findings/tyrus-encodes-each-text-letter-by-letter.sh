#!/usr/bin/env bash
# Tyrus 2.1.5 and 2.2.2: a text message takes some twenty-five times as long to encode as String.getBytes.
#
# Expected: sendText costs what the system's write costs, and little more; the text is turned into UTF-8 as Java does it,
# at a tenth of a nanosecond a letter.
# Seen: the frame of a text (org.glassfish.tyrus.core.frame.TextFrame) is made at 2 to 3 ns a letter, 5 to 8 us for 3,000
# letters where getBytes takes 0.2, and once for each session that gets the same text: to tell 200 people of something in
# 3,000 letters takes a millisecond more than it needs. RemoteEndpoint.sendBinary takes bytes as they are.
# This script fails when that changes: less than five times as long. Needs a JDK 17 or newer and Maven; takes some seconds.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > Encoding.java <<'JAVA'
import java.nio.charset.StandardCharsets;
import org.glassfish.tyrus.core.frame.TextFrame;

public class Encoding {
  static final int TIMES = 10_000;
  static long made;

  static long timed(Runnable once) {
    long began = System.nanoTime();
    for (int i = 0; i < TIMES; i++) {
      once.run();
    }
    return (System.nanoTime() - began) / TIMES;
  }

  public static void main(String[] arguments) {
    String text = "{\"muted\":true,\"name\":\"Ada\"} ".repeat(107);
    byte[] framed = new TextFrame(text, false, true).getPayloadData();
    if (!new String(framed, StandardCharsets.UTF_8).equals(text)) {
      throw new AssertionError("another text");
    }
    long frame = Long.MAX_VALUE;
    long bytes = Long.MAX_VALUE;
    for (int round = 0; round < 8; round++) {
      frame = Math.min(frame, timed(() -> made += new TextFrame(text, false, true).getPayloadData().length));
      bytes = Math.min(bytes, timed(() -> made += text.getBytes(StandardCharsets.UTF_8).length));
    }
    System.out.printf("Tyrus %s, %d letters: TextFrame %d ns, getBytes %d ns%n",
        arguments[0], text.length(), frame, bytes);
    if (frame < 5 * bytes) {
      throw new AssertionError("that has changed");
    }
  }
}
JAVA
for version in 2.1.5 2.2.2; do
  cat > pom.xml <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>f</groupId><artifactId>f</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.glassfish.tyrus</groupId><artifactId>tyrus-core</artifactId><version>$version</version>
    </dependency>
    <dependency>
      <groupId>org.glassfish.tyrus</groupId><artifactId>tyrus-spi</artifactId><version>$version</version>
    </dependency>
    <dependency>
      <groupId>jakarta.websocket</groupId><artifactId>jakarta.websocket-client-api</artifactId><version>2.1.1</version>
    </dependency>
    <dependency>
      <groupId>jakarta.websocket</groupId><artifactId>jakarta.websocket-api</artifactId><version>2.1.1</version>
    </dependency>
  </dependencies>
</project>
XML
  mvn -q dependency:build-classpath -Dmdep.outputFile=path > maven.log || { cat maven.log; exit 1; }
  javac -cp "$(cat path)" -d "classes-$version" Encoding.java
  java -cp "classes-$version:$(cat path)" Encoding "$version"
done
