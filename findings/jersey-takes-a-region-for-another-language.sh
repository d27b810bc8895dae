#!/usr/bin/env bash
# Jersey 3.1.11, as Payara Micro 6.2025.10 has it: who asks for a language with its region is not given the language.
#
# Expected: of English and German, Request.selectVariant gives English to "en-GB, de;q=0.5" and German to "de-CH", as
# Locale.lookup of Java does (RFC 4647, 3.4), for there is nothing nearer.
# Seen: German for the first, and nothing, so 406, for the second: a language counts only where it is asked for without
# a region, too, as most browsers do and programs and people who set one language do not.
# This script fails when that changes. Needs a JDK 17 or newer, Maven and curl; takes some seconds.
. "$(dirname "${BASH_SOURCE[0]}")/lib/jersey.bash"
cat > Tried.java <<'JAVA'
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Locale;

public class Tried {
  static final List<Locale> OURS = List.of(Locale.ENGLISH, Locale.GERMAN);

  @Path("language")
  public static class Language {
    @GET
    @Path("jersey")
    public String byJersey(@Context Request request) {
      Variant chosen = request.selectVariant(Variant.languages(OURS.toArray(Locale[]::new)).build());
      if (chosen == null) {
        throw new NotAcceptableException();
      }
      return chosen.getLanguageString();
    }

    @GET
    @Path("java")
    public String byJava(@jakarta.ws.rs.HeaderParam("Accept-Language") String asked) {
      return Locale.lookup(Locale.LanguageRange.parse(asked), OURS).toString();
    }
  }
}
JAVA
serve Tried
for asked in 'de' 'de-CH' 'en-GB, de;q=0.5' 'en-GB, en;q=0.9, de;q=0.5'; do
  for way in java jersey; do
    echo "$asked, $way: $(curl -s -m 10 -w ' %{http_code}' -H "Accept-Language: $asked" \
      "http://127.0.0.1:$port/language/$way")"
  done
done | tee said
cat > expected <<'TEXT'
de, java: de 200
de, jersey: de 200
de-CH, java: de 200
de-CH, jersey:  406
en-GB, de;q=0.5, java: en 200
en-GB, de;q=0.5, jersey: de 200
en-GB, en;q=0.9, de;q=0.5, java: en 200
en-GB, en;q=0.9, de;q=0.5, jersey: en 200
TEXT
diff expected said || { echo 'CHANGED: which language is given'; exit 1; }
echo 'As before: a language with its region is another language.'
