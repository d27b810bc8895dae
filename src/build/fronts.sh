#!/bin/sh
# Makes sure that the tests find the reverse proxies that docs/operations/fronts.md describes: uses those that are
# there, otherwise unpacks Debian's into target/fronts, where nothing is installed and no service begins. Without them
# their tests are skipped, and say so.
set -eu

FOLDER=target/fronts
PATH="$PATH:/usr/sbin:/usr/local/sbin"

missing=
for name in nginx caddy haproxy; do
  if ! command -v "$name" > /dev/null && [ ! -x "$FOLDER/usr/sbin/$name" ] && [ ! -x "$FOLDER/usr/bin/$name" ]; then
    missing="$missing $name"
  fi
done
# The module of the very nginx that is used.
if [ ! -e /usr/lib/nginx/modules/ngx_stream_module.so ] && [ ! -e "$FOLDER/usr/lib/nginx/modules/ngx_stream_module.so" ]
then
  missing="$missing libnginx-mod-stream"
fi
if [ -z "$missing" ]; then
  exit 0
fi
if ! command -v apt-get > /dev/null || ! command -v dpkg > /dev/null; then
  echo "Not found, and their tests are skipped:$missing. Install them to run these."
  exit 0
fi
mkdir -p "$FOLDER/packages"
cd "$FOLDER/packages"
for name in $missing; do
  needed=$name
  if [ "$name" = haproxy ]; then
    needed="haproxy liblua5.3-0 libopentracing-c-wrapper0 libopentracing1"
  fi
  echo "No $name found: unpacking Debian's into $FOLDER (once)..."
  # shellcheck disable=SC2086 # Several names.
  if apt-get -qq download $needed > /dev/null 2>&1 \
    || { apt-get -qq update > /dev/null 2>&1 && apt-get -qq download $needed > /dev/null 2>&1; }; then
    for package in *.deb; do
      dpkg -x "$package" ..
      rm "$package"
    done
  else
    echo "$name cannot be had here: its tests are skipped."
  fi
done
