package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonOutputTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out =
      new PrintStream(new JsonOutput(printed, "stdout", "INFO"), true, Charset.defaultCharset());

  @BeforeEach
  void want() {
    System.setProperty(JsonOutput.WANTED, "true");
  }

  @AfterEach
  void forget() {
    System.clearProperty(JsonOutput.WANTED);
  }

  private List<JsonObject> lines() {
    return printed.toString(Charset.defaultCharset()).lines().map(JsonOutputTest::parsed).toList();
  }

  private static JsonObject parsed(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }

  @Test
  void makesALineAnObject() {
    out.println("a \"quoted\"\tword \\");
    out.println();
    JsonObject line = lines().get(0);
    assertEquals("a \"quoted\"\tword \\", line.getString("message"));
    assertEquals("stdout", line.getString("logger"));
    assertEquals("INFO", line.getString("level"));
    assertTrue(line.getString("time").endsWith("Z"), line.toString());
    assertEquals(1, lines().size(), "an empty line says nothing");
  }

  @Test
  void takesARecordOfTheLogApart() {
    out.println("2026-11-30 10:41:18 SEVERE plenum.store.DataFormat: Too: old");
    JsonObject line = lines().get(0);
    assertEquals("ERROR", line.getString("level"));
    assertEquals("plenum.store.DataFormat", line.getString("logger"));
    assertEquals("Too: old", line.getString("message"));
  }

  @Test
  void leavesAnObjectAsItIs() {
    out.println("{\"time\":\"now\"}");
    assertEquals("{\"time\":\"now\"}", printed.toString().strip());
  }

  @Test
  void dividesLongLines() {
    out.println("x".repeat(50_000));
    assertEquals(3, lines().size());
  }

  @Test
  void changesNothingWhileTextIsWanted() {
    System.setProperty(JsonOutput.WANTED, "false");
    out.print("two\n\nlines\n");
    assertEquals("two\n\nlines\n", printed.toString());
  }
}
