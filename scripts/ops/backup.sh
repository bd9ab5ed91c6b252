#!/bin/sh
# Copies the records of a Redis or Valkey that goes on working: backup.sh APPENDONLYDIR NEW_FOLDER
# It needs `appendonly yes`. NEW_FOLDER/appendonlydir is what a new server begins with. ERASURES_FILE and FORGET_KEY are not in it.
set -eu

if [ $# -ne 2 ]; then
  echo "usage: $0 APPENDONLYDIR NEW_FOLDER" >&2
  exit 2
fi
from=$1
to=$2
part=$to.part
if [ -e "$to" ]; then
  echo "$to is there already. Name a new folder." >&2
  exit 1
fi
manifest=$(find "$from" -maxdepth 1 -name '*.manifest')
if [ ! -f "$manifest" ]; then
  echo "$from has no append-only files (*.manifest). Is that the folder, and does the server run with appendonly yes?" >&2
  exit 1
fi
umask 077

# The manifest names the files in their order, and only the last of them grows. While the manifest stays as it is, a copy of them
# in that order is what the server had at one moment.
copy() {
  rm -rf "$part"
  mkdir -p "$part/appendonlydir"
  copied=$part/appendonlydir/$(basename "$manifest")
  cp "$manifest" "$copied" || return 1
  while read -r _ name _; do
    cp "$from/$name" "$part/appendonlydir/" || return 1
  done <"$copied"
  cmp -s "$manifest" "$copied"
}

for _ in 1 2 3 4 5; do
  if copy 2>/dev/null; then
    mv "$part" "$to"
    exit
  fi
  # The server was writing its file anew.
  sleep 2
done
rm -rf "$part"
echo "The server wrote its files anew each time. Try again later." >&2
exit 1
