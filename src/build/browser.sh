#!/bin/sh
# Makes sure that the browser journeys find a Chromium: uses the one that is there (Chrome, Chromium or
# Playwright's own), otherwise installs Debian's when that can be done without asking anybody.
# Prints its path; fails with what to install when there is none.
set -eu

find_browser() {
  if [ -n "${PLENUM_TEST_CHROMIUM:-}" ] && [ -x "$PLENUM_TEST_CHROMIUM" ]; then
    echo "$PLENUM_TEST_CHROMIUM"
    return 0
  fi
  for name in google-chrome google-chrome-stable chromium chromium-browser; do
    if command -v "$name"; then
      return 0
    fi
  done
  for path in \
    "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}"/chromium-*/chrome-linux*/chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if [ -x "$path" ]; then
      echo "$path"
      return 0
    fi
  done
  return 1
}

# One journey needs a Firefox too; it is skipped, and says so, where there is none.
if ! command -v firefox-esr > /dev/null && ! command -v firefox > /dev/null && [ -z "${PLENUM_TEST_FIREFOX:-}" ] \
  && command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
  echo "No Firefox found: installing Debian's (once)..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update > /dev/null || true
  apt-get -qq install -y --no-install-recommends firefox-esr > /dev/null || echo "Firefox cannot be installed here."
fi

# By this a journey has its browser trust the server's authority; it is skipped, and says so, without.
if ! command -v certutil > /dev/null && command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
  echo "No certutil found: installing Debian's (once)..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq install -y --no-install-recommends libnss3-tools > /dev/null 2>&1 \
    || { apt-get -qq update > /dev/null; apt-get -qq install -y --no-install-recommends libnss3-tools > /dev/null; } \
    || echo "certutil cannot be installed here."
fi

if found=$(find_browser); then
  echo "Browser for the journeys: $found"
  exit 0
fi
if command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
  echo "No Chrome or Chromium found: installing Debian's Chromium (once, a minute or two)..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update
  apt-get -qq install -y --no-install-recommends chromium fonts-dejavu-core > /dev/null
  # The same browser without windows, which most journeys can use and which works less; not every release has it.
  apt-get -qq install -y --no-install-recommends chromium-headless-shell > /dev/null || true
  found=$(find_browser) && echo "Browser for the journeys: $found" && exit 0
fi
cat >&2 <<'MESSAGE'
The browser journeys need Chrome or Chromium and found none. Install one of them, for example
  Debian, Ubuntu:  sudo apt-get install chromium
  Fedora:          sudo dnf install chromium
  macOS:           brew install --cask google-chrome
or name the executable in the environment variable PLENUM_TEST_CHROMIUM, and run the tests again.
MESSAGE
exit 1
