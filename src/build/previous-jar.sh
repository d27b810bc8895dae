#!/bin/sh
# Builds the plenum.jar of an earlier commit into target/previous/, for UpgradeIT to upgrade from:
#     src/build/previous-jar.sh v0.1.0
#     mvn failsafe:integration-test@default failsafe:verify -Dit.test=UpgradeIT -Dupgrade.from=target/previous/plenum.jar
# Its own files alone change; MAVEN has another command than mvn, such as "mvn -o".
set -eu

COMMIT=${1:-HEAD~1}
FOLDER=$(pwd)/target/previous
SOURCES=$FOLDER/sources

git rev-parse --verify --quiet "$COMMIT^{commit}" > /dev/null || {
  echo "There is no commit $COMMIT; a shallow clone has only the newest ones." >&2
  exit 1
}
rm -rf "$FOLDER"
mkdir -p "$SOURCES"
git archive "$COMMIT" | tar -x -C "$SOURCES"
(cd "$SOURCES" && ${MAVEN:-mvn} -q package -DskipTests -DskipDist -Dspotless.check.skip)
mv "$SOURCES/target/plenum.jar" "$FOLDER/plenum.jar"
rm -rf "$SOURCES"
echo "target/previous/plenum.jar is that of $(git log -1 --format='%h, %s' "$COMMIT")"
