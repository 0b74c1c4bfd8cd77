#!/usr/bin/env bash
# newsboat 2.21 (Debian 12) keeps one entry a guid in all feeds together, though RSS 2.0 and Atom make ids unique within a
# feed's world, and a site's feeds for a whole, a topic and a person rightly give the same entry the same id: who subscribes
# to two of them finds the entry only in the feed that was read last; it is gone from the other. With a fragment of its own
# in each feed's guid (which the link does not need) both keep it.
# Output seen: "same guid: all 0, topic 1", "own guids: all 1, topic 1".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -qq newsboat=2.21-1.5 libjson-c5 libstfl0 libsqlite3-0 libcurl3-gnutls sqlite3 2>/dev/null
for deb in *.deb; do dpkg -x "$deb" .; done
export LD_LIBRARY_PATH=$(echo usr/lib/*-linux-gnu):$(echo lib/*-linux-gnu) HOME=$PWD
feed() { # FILE TITLE GUID
	printf '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>%s</title><link>https://example.org/</link><description>d</description>
<item><title>Entry</title><link>https://example.org/entry</link><guid isPermaLink="false">%s</guid></item></channel></rss>\n' "$2" "$3" >"$1"
}
read_both() { # NAME GUID-IN-ALL GUID-IN-TOPIC
	feed all.xml All "$2"
	feed topic.xml Topic "$3"
	printf 'file://%s\nfile://%s\n' "$PWD/all.xml" "$PWD/topic.xml" >urls
	rm -f cache.db
	usr/bin/newsboat -u urls -c cache.db -C /dev/null -x reload
	of() { sqlite3 cache.db "SELECT count(*) FROM rss_item WHERE feedurl LIKE '%/$1.xml'"; }
	echo "$1: all $(of all), topic $(of topic)"
}
sqlite3() { usr/bin/sqlite3 "$@"; }
out=$(read_both 'same guid' https://example.org/entry https://example.org/entry
	read_both 'own guids' https://example.org/entry 'https://example.org/entry#topic')
printf '%s\n' "$out"
diff <(printf '%s\n' 'same guid: all 0, topic 1' 'own guids: all 1, topic 1') <(printf '%s\n' "$out") || { echo "changed"; exit 1; }
echo "as found"
