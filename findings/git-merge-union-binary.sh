#!/usr/bin/env bash
# git 2.39.5, attribute merge=union ("take the lines of both sides, never a conflict"), with a file that holds a NUL byte, as books
# and pictures in a generated folder do: the merge driver is not used at all. It is a conflict after all, our side is left
# in the work tree without a mark, and git check-attr still says union. A pattern such as "out/** merge=union" for all that a
# program generates is therefore silently no rule for its archives and pictures; a driver of one's own (merge=ours with
# merge.ours.driver=true) is used for them.
# Output seen: "text: merged", "binary: conflict, attribute union", "binary with a driver: merged".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -qq git=1:2.39.5* 2>/dev/null
dpkg -x git_*.deb .
export HOME=$PWD GIT_EXEC_PATH=$PWD/usr/lib/git-core GIT_CONFIG_NOSYSTEM=1
git() { "$dir/usr/bin/git" -c user.name=n -c user.email=n@example.org -c init.defaultBranch=main "$@"; }
try() { # NAME ATTRIBUTE BYTE
	rm -rf repo
	git init -q repo
	cd repo
	printf 'file %s\n' "$2" >.gitattributes
	printf "a\n$3\n" >file
	git add . && git commit -qm base
	git checkout -qb other && printf "a\n$3 other\n" >file && git commit -qam other
	git checkout -q main && printf "a\n$3 main\n" >file && git commit -qam main
	git config merge.ours.driver true
	if git merge -q other -m merge >/dev/null 2>&1; then echo "$1: merged"
	else echo "$1: conflict, attribute $(git check-attr merge file | sed 's/.*: //')"; fi
	cd ..
}
out=$(try text merge=union ''
	try binary merge=union '\0'
	try 'binary with a driver' merge=ours '\0')
printf '%s\n' "$out"
diff <(printf '%s\n' 'text: merged' 'binary: conflict, attribute union' 'binary with a driver: merged') <(printf '%s\n' "$out") || { echo "changed"; exit 1; }
echo "as found"
