#!/usr/bin/env bash
# Payara Micro 6.2025.10: /openapi tells of two records of one simple name as if they were one, and of less than there is.
#
# Expected (MicroProfile OpenAPI 3.1, and Jakarta REST 3.1 for parameters): each answer has the schema of its own type,
# whatever others are called; an Optional<String> is a string that may be missing; what a @BeanParam brings in are
# parameters of the operation.
# Seen: of two nested records, A.Entry and B.Entry, one schema "Entry" is told, to which both answers lead, so that the
# properties of the other are nowhere; Optional<String> is an object; the query parameter of the @BeanParam is missing.
# This script fails when that changes. Needs a JDK 17 or newer, Maven and curl; takes about half a minute.
. "$(dirname "${BASH_SOURCE[0]}")/lib/payara.bash"
cat > src/Things.java <<'JAVA'
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import java.util.Optional;
import java.util.Set;

@ApplicationPath("api")
public class Things extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(A.class, B.class);
  }

  public static class Paging {
    @QueryParam("limit") public int limit;
  }

  @Path("a")
  public static class A {
    public record Entry(String ofA, Optional<String> next) {}

    @GET
    public Entry get(@BeanParam Paging paging) {
      return new Entry("a", Optional.empty());
    }
  }

  @Path("b")
  public static class B {
    public record Entry(String ofB) {}

    @GET
    public Entry get() {
      return new Entry("b");
    }
  }
}
JAVA
serve "http://localhost:$port/openapi"
told=$(curl -s "http://localhost:$port/openapi")
echo "$told"
known=$(grep -cE '^ +of[AB]:' <<< "$told" || true)
leads=$(grep -c '#/components/schemas/Entry"' <<< "$told" || true)
[ "$known" = 1 ] && [ "$leads" = 2 ] || { echo 'CHANGED: two records of one name'; exit 1; }
grep -q 'limit' <<< "$told" && { echo 'CHANGED: the parameter of a @BeanParam'; exit 1; }
if grep -q ' ofA:' <<< "$told"; then
  grep -A1 ' next:' <<< "$told" | grep -q 'type: object' || { echo 'CHANGED: Optional<String>'; exit 1; }
fi
echo 'As before: one schema for two records, and no parameter.'
