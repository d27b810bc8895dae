package plenum.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.text.Texts;

class ProblemTest {

  private static JsonObject told(int status) {
    String body = Problem.of(status).reply(Texts.of(Locale.ENGLISH)).body();
    return Json.createReader(new StringReader(body)).readObject();
  }

  @ParameterizedTest
  @CsvSource({
    "404, Not Found",
    "421, Misdirected Request",
    "422, Unprocessable Content",
    "429, Too Many Requests",
    "507, Insufficient Storage"
  })
  void hasTheTitleOfItsStatus(int status, String title) {
    assertEquals(title, told(status).getString("title"));
    assertEquals(status, told(status).getInt("status"));
  }
}
