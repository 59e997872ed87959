#!/usr/bin/env bash
# Starts the product in the current folder on a free port, asks it whether it is ready, stops it; fails when it is not.
set -euo pipefail
log="$(mktemp)"
PORT=0 TESTAMUR_DATA="$(mktemp -d)/data" npm start >"$log" 2>&1 &
npm=$!
for _ in $(seq 120); do
  url="$(sed -n 's/^Testamur is ready: //p' "$log")"
  if [ -n "$url" ]; then break; fi
  if ! kill -0 "$npm" 2>/dev/null; then break; fi
  sleep 1
done
cat "$log"
node -e '
  const url = process.argv[1];
  const answers = await Promise.all([fetch(url), fetch(`${url}api/health/ready`)]);
  console.log(answers.map(({ url, status }) => `${status} ${url}`).join("\n"));
  process.exit(answers.every(({ ok }) => ok) ? 0 : 1);
' --input-type=module "${url:-http://nothing.invalid/}" && result=0 || result=1
kill "$npm" 2>/dev/null || true
wait "$npm" 2>/dev/null || true
exit "$result"
