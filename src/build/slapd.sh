#!/bin/sh
# Makes sure that the tests find OpenLDAP's server: uses the one that is there, otherwise unpacks Debian's into
# target/slapd, where nothing is installed and no service begins. Without one, its test is skipped, and says so.
set -eu

FOLDER=target/slapd

if [ -x /usr/sbin/slapd ] || [ -x "$FOLDER/usr/sbin/slapd" ]; then
  exit 0
fi
if ! command -v apt-get > /dev/null || ! command -v dpkg > /dev/null; then
  echo "No slapd found, and its test is skipped. Install it to run it."
  exit 0
fi
# What slapd needs and a small Debian may not have.
PACKAGES="slapd libltdl7 libwrap0 libsasl2-2 $(apt-cache depends slapd 2> /dev/null |
  sed -n 's/.*Depends: \(libldap-[0-9.-]*\|libldap2\|libodbc2\|libodbc1\)$/\1/p' | tr '\n' ' ')"
mkdir -p "$FOLDER/packages"
cd "$FOLDER/packages"
echo "No slapd found: unpacking Debian's into $FOLDER (once)..."
# shellcheck disable=SC2086
if apt-get -qq download $PACKAGES > /dev/null 2>&1 ||
  { apt-get -qq update > /dev/null 2>&1 && apt-get -qq download $PACKAGES > /dev/null 2>&1; }; then
  for package in *.deb; do
    dpkg -x "$package" ..
    rm "$package"
  done
else
  echo "slapd cannot be had here: its test is skipped."
fi
