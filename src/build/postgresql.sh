#!/bin/sh
# Makes sure that the tests find a PostgreSQL server: uses the one that is there, otherwise unpacks Debian's into
# target/postgresql, where nothing is installed and no service begins. Without one, its tests are skipped, and say so.
set -eu

FOLDER=target/postgresql

for initdb in /usr/lib/postgresql/*/bin/initdb "$FOLDER"/usr/lib/postgresql/*/bin/initdb; do
  if [ -x "$initdb" ]; then
    exit 0
  fi
done
if ! command -v apt-get > /dev/null || ! command -v dpkg > /dev/null; then
  echo "No PostgreSQL found, and its tests are skipped. Install it to run these."
  exit 0
fi
server() {
  apt-cache depends postgresql 2> /dev/null | sed -n 's/.*Depends: \(postgresql-[0-9]*\)$/\1/p' | head -n 1
}
name=$(server)
if [ -z "$name" ]; then
  apt-get -qq update > /dev/null 2>&1 || true
  name=$(server)
fi
mkdir -p "$FOLDER/packages"
cd "$FOLDER/packages"
echo "No PostgreSQL found: unpacking Debian's into $FOLDER (once)..."
if [ -n "$name" ] && apt-get -qq download "$name" libpq5 > /dev/null 2>&1; then
  for package in *.deb; do
    dpkg -x "$package" ..
    rm "$package"
  done
else
  echo "PostgreSQL cannot be had here: its tests are skipped."
fi
