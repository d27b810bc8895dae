#!/usr/bin/env bash
# Payara Micro 6.2025.10 with PrimeFaces 15.0.13: CDI looks at every renderer, and keeps all that each one inherits.
#
# Expected: renderers are no beans and want nothing injected; an application with one page of plain HTML and PrimeFaces
# among its libraries makes CDI (Weld) keep what it knows of the application's few beans.
# Seen: at the start, Faces hands each object that a faces-config.xml names to the server for injection, and the server
# asks CDI for an injection target of its class. Of PrimeFaces' renderers that are thousands of methods with all their
# parameters, most of them those of one class, once for each renderer that inherits from it; they stay for good.
# This script fails when that changes. Needs a JDK 17 or newer, Maven and curl; takes about half a minute.
. "$(dirname "${BASH_SOURCE[0]}")/lib/payara.bash"
write_faces
cat > war/page.xhtml <<'XML'
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Hello</p></body></html>
XML
# kept: how many methods of classes CDI keeps in the server that runs
kept() {
  curl -sf -m 10 -o /dev/null "http://localhost:$port/page.xhtml"
  jcmd "$server" GC.class_histogram | awk '$4 ~ /[.]BackedAnnotatedMethod$/ { print $2 }'
}
serve "http://localhost:$port/page.xhtml"
without=$(kept)
kill "$server"
wait "$server" || true
add_primefaces
serve "http://localhost:$port/page.xhtml"
with=$(kept)
echo "methods that CDI keeps: $without without PrimeFaces, $with with PrimeFaces $primefaces"
[ "$without" -gt 0 ] && [ "$without" -lt 3000 ] || { echo 'CHANGED: without PrimeFaces there are others'; exit 1; }
[ "$with" -gt $(( without + 5000 )) ] || { echo 'CHANGED: PrimeFaces adds few'; exit 1; }
echo 'As before: each renderer has all inherited methods kept.'
