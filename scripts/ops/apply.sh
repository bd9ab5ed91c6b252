#!/bin/sh
# Applies a changed desk.yaml by Compose: apply.sh, in the folder of docker-compose.yml. A wrong file is refused before anything
# stops. Then one container after the other is started again, and each is awaited: with two of `slack` there is always one that answers.
set -eu

docker compose run --rm --no-deps worker check
for one in $(docker compose --profile practice ps -q slack worker practice); do
  docker restart "$one" >/dev/null
  tries=0
  until [ "$(docker inspect -f '{{.State.Health.Status}}' "$one")" = healthy ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 90 ]; then
      echo "$one is not healthy after 90 seconds; the others were left as they are. Look: docker logs $one" >&2
      exit 1
    fi
    sleep 1
  done
done
