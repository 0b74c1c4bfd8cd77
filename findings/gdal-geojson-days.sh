#!/usr/bin/env bash
# GDAL 3.6.2 (Debian 12's gdal-bin), GeoJSON to CSV: how a value is written depends on the other features. When every value of a
# property is a full day, ogr2ogr writes the days with slashes (2019/11/28), though the file has ISO 8601's hyphens; one
# feature more whose date is only a month, and all of them come through as they were. A reader who joins the CSV to the data
# it was made from by date finds no match in the first case and every match in the second.
# Output seen: "days: 2019/11/28 1066/10/14", "days and a month: 2019-11-28 1066-10-14 2019-05".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
mapfile -t needed < <(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances \
	libgdal32 | grep '^[a-z]' | grep -v '^\(debconf\|perl\|dpkg\|tar\|libc6\|libgcc-s1\|gcc-12-base\)' | sort -u)
apt-get download -qq gdal-bin=3.6.2+dfsg-1+b2 "${needed[@]}" 2>/dev/null
for deb in *.deb; do dpkg -x "$deb" .; done
libs=$(find . -name '*.so.*' -printf '%h\n' | sort -u | paste -sd:)
feature() { printf '{"type":"Feature","properties":{"date":"%s"},"geometry":{"type":"Point","coordinates":[1,2]}}' "$1"; }
dates() { # NAME DATE...
	local name=$1 features=()
	shift
	for date; do features+=("$(feature "$date")"); done
	(IFS=,; printf '{"type":"FeatureCollection","features":[%s]}' "${features[*]}") >in.geojson
	echo "$name: $(LD_LIBRARY_PATH=$libs GDAL_DATA=usr/share/gdal usr/bin/ogr2ogr -f CSV /vsistdout/ in.geojson | tail -n +2 | tr -d '"' | paste -sd' ')"
}
out=$(dates days 2019-11-28 1066-10-14
	dates 'days and a month' 2019-11-28 1066-10-14 2019-05)
printf '%s\n' "$out"
diff <(printf '%s\n' 'days: 2019/11/28 1066/10/14' 'days and a month: 2019-11-28 1066-10-14 2019-05') <(printf '%s\n' "$out") || { echo "changed"; exit 1; }
echo "as found"
