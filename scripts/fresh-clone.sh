#!/usr/bin/env bash
# What a newcomer would see: a fresh clone of the last commit, the README's two commands, with nothing else prepared.
# Run by root, it does so as root and then again as an ordinary user (nobody).
set -euo pipefail
source_repo="$(cd "$(dirname "$0")/.." && pwd)"
place="$(mktemp -d)"
trap 'rm -rf "$place"' EXIT
chmod 755 "$place"

as_newcomer() {
  local name="$1" home="$place/$1" ; shift
  mkdir -p "$home/tmp"
  git clone --quiet "$source_repo" "$home/testamur"
  if [ "$name" = nobody ]; then chown -R nobody "$home"; fi
  echo "== $name: npm cit"
  (cd "$home/testamur" && "$@" env HOME="$home" TMPDIR="$home/tmp" CI=true npm cit </dev/null)
  echo "== $name: npm ci && npm start"
  (cd "$home/testamur" && "$@" env HOME="$home" TMPDIR="$home/tmp" bash "$source_repo/scripts/lib/try-start.sh")
}

as_newcomer "$(id -un)" env
if [ "$(id -u)" = 0 ]; then
  as_newcomer nobody setpriv --reuid="$(id -u nobody)" --regid="$(id -g nobody)" --clear-groups
fi
