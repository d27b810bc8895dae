#!/bin/sh
# other-java.sh VERSION: prints the home of a JDK for the other release of Payara Micro than the one that this
# Java (VERSION, such as 17) runs: 21 or newer if this one is older, 17 to 20 if it is not. Prints nothing if
# there is none. JDKs are looked for where systems, SDKMAN, IDEs and build servers put them.
set -eu

feature() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2> /dev/null
}

for home in /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home $(env | sed -n 's/^JAVA_HOME_[0-9]*_[^=]*=//p'); do
  if [ -x "$home/bin/java" ] && [ -x "$home/bin/javac" ]; then
    version=$(feature "$home")
    if [ "$1" -lt 21 ]; then
      least=21 most=99
    else
      least=17 most=20
    fi
    if [ "${version:-0}" -ge "$least" ] && [ "$version" -le "$most" ]; then
      echo "$home"
      exit 0
    fi
  fi
done
