#!/usr/bin/env bash
# Payara Micro 6.2025.10 (Jersey 3.1.11): what Accept or Accept-Language excludes by q=0 is sent all the same.
#
# Expected (RFC 9110, section 12.4.2: a weight of 0 is "not acceptable"): a resource that produces JSON alone answers
# "Accept: text/plain, application/json;q=0" as it answers "Accept: text/plain", by 406; of two languages,
# Request.selectVariant takes the German one for "en;q=0, *", as it does for "en;q=0, de".
# Seen: 200 with application/json, where without the exclusion it was 406; so naming what is not wanted brings it. English
# is selected for "en;q=0, *;q=0.1", and German for "de;q=0" alone.
# This script fails when that changes. Needs a JDK 17 or newer, Maven and curl; takes about half a minute.
. "$(dirname "${BASH_SOURCE[0]}")/lib/payara.bash"
cat > src/Things.java <<'JAVA'
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

@ApplicationPath("api")
public class Things extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Plain.class);
  }

  @Path("things")
  public static class Plain {
    @GET
    @Path("json")
    @Produces("application/json")
    public String json() {
      return "{}";
    }

    @GET
    @Path("language")
    @Produces("text/plain")
    public String language(@Context Request request) {
      List<Variant> both = Variant.languages(Locale.ENGLISH, Locale.GERMAN).add().build();
      Variant chosen = request.selectVariant(both);
      return chosen == null ? "none" : chosen.getLanguage().toString();
    }
  }
}
JAVA
serve "http://localhost:$port/api/things/json"
at="http://localhost:$port/api/things"
accepting() { curl -s -o /dev/null -w '%{http_code} %{content_type}' -H "Accept: $1" "$at/json" | cut -d';' -f1; }
speaking() { curl -s -H "Accept-Language: $1" "$at/language"; }
{
  for types in 'text/plain' 'text/plain, application/json;q=0' 'application/json;q=0'; do
    echo "$types -> $(accepting "$types")"
  done
  for languages in 'en;q=0, de' 'en;q=0, *;q=0.1' 'de;q=0'; do
    echo "$languages -> $(speaking "$languages")"
  done
} | tee said
cat > expected <<'TEXT'
text/plain -> 406 text/html
text/plain, application/json;q=0 -> 200 application/json
application/json;q=0 -> 200 application/json
en;q=0, de -> de
en;q=0, *;q=0.1 -> en
de;q=0 -> de
TEXT
diff expected said || { echo 'CHANGED: what q=0 means'; exit 1; }
echo 'As before: what is excluded is sent.'
