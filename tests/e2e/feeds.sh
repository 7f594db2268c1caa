#!/usr/bin/env bash
# Feeds from a real web server that does what servers do: answers, packs, has nothing new, sends on, fails and recovers, gives a sign-in page or
# half a file, is slow, stops; with a clock that is wrong by a year, and when nothing more may be fetched today. Then a kiosk that asks by
# itself, for telegrams and for the town's open data.
#
#   tests/e2e/feeds.sh [PROGRAM]        default: target/debug/engawa
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/e2e/lib/stage.sh
at_failure() { tail -20 "$work/told" "$work/error.log" "$work/said" 2>/dev/null; }
PATH=$PATH:/usr/sbin

# The server: what it does at a port is what the files in conf.d say.
web=$work/web; mkdir -p "$web" "$work/conf.d"; cp -r tests/cases/sync/. "$web"
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >"$work/nginx.conf" <<CONF
daemon off; master_process off; pid $work/nginx.pid; error_log $work/error.log;
events { worker_connections 64; }
http {
  log_format told '"\$request" \$status \$sent_http_content_encoding \$bytes_sent';
  access_log $work/access.log told;
  client_body_temp_path $work/t1; proxy_temp_path $work/t2; fastcgi_temp_path $work/t3; uwsgi_temp_path $work/t4; scgi_temp_path $work/t5;
  types { application/xml xml; text/html html; }
  server { listen 127.0.0.1:$port; root $web; include $work/conf.d/*.conf; }
}
CONF
serves() { # serves [RULES]: from now on
  rm -f "$work"/conf.d/*; printf '%s\n' "${1:-}" >"$work/conf.d/rules.conf"
  [ -z "${nginx:-}" ] || { kill "$nginx"; wait "$nginx" 2>/dev/null || true; }
  nginx -p "$work" -c "$work/nginx.conf" 2>>"$work/error.log" & nginx=$!; pids+=("$nginx")
  wait_for 'the server' curl_none
}
curl_none() { (exec 3<>"/dev/tcp/127.0.0.1/$port"); }
at=2026-11-21T18:00:00+09:00
fetch() { # fetch HOME [OPTIONS]: one round; what it told is in $work/told
  local home=$1; shift
  "$program" alert fetch --home "$work/$home" --config "$work/kiosk.toml" --from "http://127.0.0.1:$port/feed" --area 09209 --now "$at" --json "$@" >"$work/told" 2>"$work/said"
}
# A round in which no feed can be heard: exit code 3, and why.
unheard() { # unheard HOME WHY
  fetch "$1" && { echo "heard" >&2; return 1; } || [ $? = 3 ]
  is "any('$2' in (f['why'] or '') for f in told['feeds'])" True
}
brings() { # brings HOME NUMBER: so many new telegrams
  fetch "$1"; is 'told["new"]' "$2"
}
told() { /usr/bin/python3 -c 'import json, sys; told = json.load(open(sys.argv[1])); print(eval(sys.argv[2]))' "$work/told" "$1"; }
is() { local got; got=$(told "$1"); [ "$got" = "$2" ] || { echo "$1 is $got, not $2" >&2; return 1; }; }
helper() { # helper NAME HOW: a server of its own way for one file (half.py); its port is in $port_of_helper
  /usr/bin/python3 tests/e2e/lib/half.py "$half" "$2" "$work/$1.port" "$work/$1.asked" & pids+=($!)
  wait_for "the server: $1" test -s "$work/$1.port"
  port_of_helper=$(cat "$work/$1.port")
}
asked() { grep -c "$1" "$work/access.log" || true; }
half=$web/data/20261121085500_0_VPWW55_090000.xml
printf '[feeds]\n' >"$work/kiosk.toml"

step='200: what the town wants is fetched, and nothing else'
serves; fetch one
is 'sorted(told["fetched"])' "['20261121084500_0_VXSE53_010000.xml', '20261121085500_0_VPWW55_090000.xml']"
is 'told["new"]' 2
is '{f["state"] for f in told["feeds"]}' "{'new'}"
is 'told["skipped"]["other_place"] > 0 and told["skipped"]["other_kind"] > 0 and told["skipped"]["replaced"] > 0' True
[ "$(asked VPFD51)" = 0 ] && [ "$(asked _180000)" = 0 ]
status() { "$program" alert status --home "$work/$1" --area 09209 --at "$at" --json >"$work/told"; }
status one
is '[f["name"] for f in told["facts"] if f["hazard"] != "earthquake"]' "['レベル３大雨警報']"
is '[f["fields"]["intensity"] for f in told["facts"] if f["hazard"] == "earthquake"]' "['4']"

step='304: nothing is fetched a second time'
before=$(asked '/data/'); fetch one
is '{f["state"] for f in told["feeds"]}' "{'same'}"
is 'told["new"], told["fetched"]' '(0, [])'
[ "$(asked '/data/')" = "$before" ] && [ "$(asked '" 304 ')" -ge 4 ]

step='packed'
packs='gzip on; gzip_types application/xml; gzip_min_length 1;'
serves "$packs"; brings packed 2
[ "$(asked ' 200 gzip ')" -ge 4 ] || { echo 'nothing was packed' >&2; exit 1; }
status packed; is '"レベル３大雨警報" in [f["name"] for f in told["facts"]]' True
fetch packed; is '{f["state"] for f in told["feeds"]}' "{'same'}"
step='packed, and unfolds to more than anybody wants'
cp -p "$web/feed/extra.xml" "$work/extra.xml"
head -c 40000000 /dev/zero | tr '\0' ' ' >>"$web/feed/extra.xml"
fetch bomb; is '[f["state"] for f in told["feeds"] if f["feed"].endswith("extra.xml")]' "['failed']"
is 'told["today"] < 30000000, told["new"]' '(True, 2)'
[ "$(awk '/extra.xml/ { least = $NF } END { print (least < 1000000) }' "$work/access.log")" = 1 ]
mv "$work/extra.xml" "$web/feed/extra.xml"

step='sent on, a little way'
serves 'rewrite ^/feed/(.*)$ /moved/$1 redirect; location /moved/ { alias '"$web"'/feed/; }'
brings redirect 2
step='sent round in a circle'
serves 'location /feed/ { return 302 $request_uri; }'
unheard circle 'is not followed'

step='5xx, then recovery'
serves 'location /feed/ { return 503; }'
unheard busy 503
serves; brings busy 2
step='5xx for one telegram only'
serves 'location ~ VPWW55 { return 500; }'
brings partly 1; is 'len(told["refused"]) > 0' True
serves; brings partly 1

step='a sign-in page for XML'
printf '<!DOCTYPE html><html><body>Wi-Fi</body></html>' >"$web/portal.html"
serves 'rewrite ^/feed/.*$ /portal.html;'
unheard portal sign-in
step='a sign-in page that calls itself XML'
serves 'types { } default_type application/xml; rewrite ^/(feed|data)/.*$ /portal.html;'
unheard portal sign-in
status portal; is 'told["facts"]' '[]'
step='after the sign-in page, everything'
serves; brings portal 2
rm "$web/portal.html"

step='half a file, then the rest'
helper half 300
serves "location ~ /data/.*VPWW55 { proxy_pass http://127.0.0.1:$port_of_helper; proxy_buffering off; proxy_http_version 1.1; proxy_set_header Range \$http_range; proxy_set_header If-Range \$http_if_range; }"
fetch half; is 'any("cut off after 300 of" in r["why"] for r in told["refused"])' True
# The short feed brought the first half, the long one, asked next, the rest.
is 'told["new"]' 2
grep -q 'bytes=300-' "$work/half.asked"
[ "$(ls "$work/half/incoming" | wc -l)" = 0 ]
status half; is '"レベル３大雨警報" in [f["name"] for f in told["facts"]]' True

step='a feed that stops grows old, though its server answers'
serves; at=2026-11-21T18:40:00+09:00; fetch one
is '{f["state"] for f in told["feeds"]}' "{'same'}"
status one; is 'told["sources"][0]["stale"]' True
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
sed -i "0,/<updated>/s|<updated>[^<]*</updated>|<updated>$now</updated>|" "$web"/feed/*.xml
fetch one; status one; is 'told["sources"][0]["stale"]' False

step='a clock that is wrong by a year'
for at in 2025-11-21T18:00:00+09:00 2027-11-21T18:00:00+09:00; do
  brings "year-${at%%-*}" 2
  status "year-${at%%-*}"; is 'told["sources"][0]["stale"]' False
done
at=2025-11-21T18:00:00+09:00; fetch one; is 'told["new"], "failed" in {f["state"] for f in told["feeds"]}' '(0, False)'
at=2026-11-21T18:00:00+09:00

step='nothing more may be fetched today'
printf '[feeds]\nday_mb = 1\n' >"$work/kiosk.toml"
head -c 1100000 /dev/zero | tr '\0' ' ' >>"$web/feed/eqvol.xml"
unheard spent tomorrow; is 'told["left"]' 0
before=$(wc -l <"$work/access.log"); unheard spent tomorrow
[ "$(wc -l <"$work/access.log")" = "$before" ]
at=2026-11-22T18:00:00+09:00; cp tests/cases/sync/feed/eqvol.xml "$web/feed/eqvol.xml"; brings spent 2
at=2026-11-21T18:00:00+09:00; printf '[feeds]\n' >"$work/kiosk.toml"

step='a slow server'
helper slow slow
serves "location = /feed/extra.xml { proxy_pass http://127.0.0.1:$port_of_helper; proxy_buffering off; }"
brings slow 2
is '[f["state"] for f in told["feeds"] if f["feed"].endswith("extra.xml")]' "['failed']"
is 'any("silent for too long" in (f["why"] or "") for f in told["feeds"])' True

step='a folder, as on a stick'
for new in 4 0; do
  "$program" alert fetch --home "$work/stick" --from "$web/data" --json >"$work/told"; is 'told["new"]' "$new"
done
step='the kiosk asks by itself, and tells what came'
a_display
printf 'town = "mooka"\n[screen]\nwidth_mm = 344\n[places]\nurl = "http://127.0.0.1:%s/places.csv"\n[feeds]\njma = true\nfrom = "http://127.0.0.1:%s/feed"\n' "$port" "$port" >"$work/kiosk.toml"
cp tests/cases/place/data/flags-site.csv "$web/places.csv"
serves "$packs"
opens() { "$program" kiosk --home "$work/kiosk" --config "$work/kiosk.toml" --now "$at" 2>>"$work/said" & kiosk=$!; pids+=("$kiosk"); }
closes() { kill "$kiosk"; wait "$kiosk" 2>/dev/null || true; }
opens
has_come() { status kiosk && told '[f["name"] for f in told["facts"]]' | grep -q 'レベル３大雨警報'; }
wait_for 'the telegrams' has_come

step='the open data of the town, by their address, and what is there stays when they are gone or are no data'
near() { "$program" place near 36.4,139.9 --home "$work/kiosk" --config "$work/kiosk.toml" --now "$at" --json >"$work/told"; }
is_near() { near && told '[p["name"] for p in told["places"]]' | grep -qF "$1"; }
fetched() { ls "$work"/kiosk/published/* && [ "$(asked 'GET /places.csv')" -ge "$1" ]; }
wait_for 'the data' fetched 1
# What was fetched is taken in when the kiosk rests after its next start.
closes; opens; wait_for 'the places' is_near 若葉小学校
is '{p["sample"] for p in told["places"]}' '{False}'
closes
printf '<!DOCTYPE html><html>Wi-Fi</html>' >"$web/places.csv"; at=2026-11-24T18:00:00+09:00
opens; wait_for 'the next question' fetched 2; is_near 若葉小学校

echo "feeds: $(wc -l <"$work/access.log") questions answered as servers do, and every telegram is here once"
