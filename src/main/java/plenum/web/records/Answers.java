package plenum.web.records;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What these doors answer. */
final class Answers {

  private Answers() {}

  /** What is for one person alone, and saved rather than shown. */
  static Response file(JsonObject data) {
    return Response.ok(data)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"plenum-data.json\"")
        .build();
  }
}
