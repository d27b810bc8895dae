#!/usr/bin/env bash
# Jersey 3.1.11 with JSON-B (Yasson), as Payara Micro 6.2025.10 has it: JSON that cannot be read is answered 500.
#
# Expected: a resource that takes a record answers 400 to a client whose JSON breaks off, or has a word where a number
# is to be, as it answers to an empty content; and a mapper of WebApplicationException is asked.
# Seen: empty 400, by way of the mapper; what breaks off 500, and the word 500, without it. So what clients write wrong
# looks like a defect of the server to whoever watches for 5xx.
# This script fails when that changes. Needs a JDK 17 or newer, Maven and curl; takes some seconds.
. "$(dirname "${BASH_SOURCE[0]}")/lib/jersey.bash"
cat > Tried.java <<'JAVA'
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

public class Tried {
  @Path("counts")
  public static class Counts {
    public record Count(int count) {}

    @POST
    @Consumes("application/json")
    public String take(Count count) {
      return "taken: " + count.count();
    }
  }

  public static class Mapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException thrown) {
      return Response.status(thrown.getResponse().getStatus()).header("Mapped", "mapped").build();
    }
  }
}
JAVA
serve Tried org.glassfish.jersey.media:jersey-media-json-binding
for json in '{"count":3}' '' '{"count":' '{"count":"many"}'; do
  seen=$(curl -s -m 10 -D - -o /dev/null -H 'Content-Type: application/json' -d "$json" \
    "http://127.0.0.1:$port/counts" | tr -d '\r' | grep -E '^HTTP|^Mapped' | cut -d' ' -f2 | paste -sd' ' -)
  echo "'$json': $seen"
done | tee said
cat > expected <<'TEXT'
'{"count":3}': 200
'': 400 mapped
'{"count":': 500
'{"count":"many"}': 500
TEXT
diff expected said || { echo 'CHANGED: what JSON is answered'; exit 1; }
echo 'As before: JSON that cannot be read is a fault of the server.'
