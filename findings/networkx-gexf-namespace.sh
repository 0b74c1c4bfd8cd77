#!/usr/bin/env bash
# networkx 2.8.8 (Debian 12's python3-networkx), read_gexf: a file in the current version of GEXF, 1.3 (namespace
# http://gexf.net/1.3, by which Gephi writes), is said to have no <graph>, though it has one: the reader looks only under the
# namespaces of 1.1 and 1.2draft. The same file under the namespace of 1.2draft is read, nodes, edges and all.
# Output seen: "1.3: No <graph> element in GEXF file.", "1.2draft: [('a', 'b')]".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -qq python3-networkx=2.8.8-1 2>/dev/null
dpkg -x python3-networkx_*.deb .
cat >run.py <<'PY'
import io, networkx
FILE = '''<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="%s" version="%s">
  <graph defaultedgetype="directed">
    <nodes><node id="a" label="A"/><node id="b" label="B"/></nodes>
    <edges><edge id="0" source="a" target="b"/></edges>
  </graph>
</gexf>'''
for version, namespace in ("1.3", "http://gexf.net/1.3"), ("1.2draft", "http://www.gexf.net/1.2draft"):
    try:
        print(version + ":", list(networkx.read_gexf(io.BytesIO((FILE % (namespace, version)).encode())).edges()))
    except networkx.NetworkXError as e:
        print(version + ":", e)
PY
out=$(PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 run.py)
printf '%s\n' "$out"
diff <(printf '%s\n' '1.3: No <graph> element in GEXF file.' "1.2draft: [('a', 'b')]") <(printf '%s\n' "$out") || { echo "changed"; exit 1; }
echo "as found"
