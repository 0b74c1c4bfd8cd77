# make          build the dossier into public/
# make test     everything a change must pass; installs what it needs
# make fuzz     looks for inputs that break what must hold for every one
# make serve    show the dossier on this machine while you write
GO ?= go
# How long make fuzz runs each target, and how many at a time.
export FUZZTIME ?= 30s
export FUZZERS ?= 2
# Least share of statements, in per cent, that the tests cover in each package.
export COVERED ?= 90
# Tested with the race detector as well, where there is a C compiler for it: sessions and whole builds, in which the rooms work
# side by side, and those that start goroutines for other ends.
RACE = ./generator/pipeline/... ./generator/lsp ./generator/parallel ./generator/publish/... ./generator/serve
DEBIAN = [ "$$(id -u)" = 0 ] && grep -qs '^ID=debian' /etc/os-release
APT = apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends

# What has the programs that generator/dev/readers opens the site's files in.
READERS = sqlite3 miller gdal-bin khal calcurse newsboat epubcheck python3-networkx python3-gi gir1.2-ical-3.0

# The programs of generator/dev/tools/go.mod.
TOOL = $(GO) tool -modfile=generator/dev/tools/go.mod

.PHONY: build check serve test cover bench fuzz golden lint vuln signatures portable arm64 wine tools

build check serve:
	@$(GO) run ./generator $@

# All packages in one go: tests that wait for browsers leave a processor to the others. make lint has vetted them.
test: lint vuln tools
	$(GO) test -vet=off -timeout 20m $(if $(filter Linux,$(shell uname)),./...,$(shell $(GO) list ./... | grep -v /dev/readers))
	$(GO) test -vet=off -run "^$$" -bench . -benchtime 1x ./generator/dev/bench
	$(if $(shell command -v gcc),DOSSIER_HISTORIES=2 $(GO) test -vet=off -short -race $(filter-out %/serve,$(RACE)) && $(GO) test -vet=off -race ./generator/serve,@echo "no gcc: the race detector is left out")

# Every test but those in a browser and in other programs, and how much of each package they cover.
cover:
	@GO="$(GO)" .ci/cover $(shell $(GO) list ./... | grep -v '/dev/\(browser\|editor\|readers\)')

lint:
	@bad=$$(gofmt -l docs generator layouts); [ -z "$$bad" ] || { echo "run gofmt -w on:"; echo "$$bad"; exit 1; }
	$(GO) vet ./...
	$(TOOL) staticcheck ./...

# Known vulnerabilities that the programs reach. VULN=-strict also fails for those of the Go on this machine.
vuln:
	@$(GO) run ./generator/dev/vuln $(VULN)

# The registry's signatures of the npm packages; it needs the public registry.
signatures: generator/dev/browser/node_modules generator/dev/editor/node_modules
	npm audit signatures --prefix generator/dev/browser
	npm audit signatures --prefix generator/dev/editor

# The program and its tests for every system that README.md names.
portable:
	@GO="$(GO)" .ci/portable

# Drawings and sites on an arm64 processor, or on QEMU's.
arm64:
	@GO="$(GO)" .ci/arm64

# The Windows program and its tests, under Wine.
wine:
	@GO="$(GO)" .ci/wine

tools: generator/dev/browser/node_modules generator/dev/editor/node_modules
	@$(call browser,CHROMIUM,chromium chromium-browser google-chrome,chromium fonts-liberation)
	@$(call browser,FIREFOX,firefox-esr firefox,firefox-esr)
	@$(call browser,NEOVIM,nvim,neovim)
ifeq ($(shell uname),Linux)
	@$(call browser,WEBKIT,WebKitWebDriver,webkit2gtk-driver xvfb)
	@for p in sqlite3 mlr ogrinfo khal calcurse newsboat epubcheck; do command -v $$p >/dev/null || missing=1; done; \
	/usr/bin/python3 -c 'import gi, networkx; gi.require_version("ICalGLib", "3.0")' 2>/dev/null && [ -z "$$missing" ] || \
	{ $(DEBIAN) && echo "installing the programs of generator/dev/readers" && $(APT) $(READERS) >/dev/null; } || { echo "make test needs programs: $(READERS)"; exit 1; }
	@fc-list :lang=zh | grep -q . || { $(DEBIAN) && echo "installing a font for Chinese" && $(APT) fontconfig fonts-droid-fallback >/dev/null; } || { echo "make test needs a font for Chinese"; exit 1; }
endif

# A browser, or an editor, by the name in a variable or one of its usual names; else its packages are installed.
browser = for b in $(or $($1),$2); do command -v $$b >/dev/null && exit 0; done; \
	if [ -z "$($1)" ] && $(DEBIAN); then echo "installing $(firstword $3)"; $(APT) $3 >/dev/null; \
	else echo "make test needs a browser, and an editor: install one of $(or $($1),$2), or name yours in $1"; exit 1; fi

generator/dev/%/node_modules: generator/dev/%/package-lock.json
	@command -v npm >/dev/null || { echo "make test needs npm (Node.js) to install what the tests in browsers and editors need"; exit 1; }
	npm ci --silent --prefix generator/dev/$*
	@touch $@

# Flags: make bench BENCH='-dir /dev/shm -chart growth.svg'. go run ./generator/dev/bench -help lists them.
bench:
	$(GO) test -run '^$$' -bench . -benchmem ./generator/...
	$(GO) run ./generator/dev/bench $(BENCH)

fuzz:
	@GO="$(GO)" .ci/fuzz

# Accept what the program makes now as the expected output of scripts, dates and drawings.
golden:
	$(GO) test ./generator/acceptance -run TestScript -update
	$(GO) test ./generator/worded -run TestWordedInEveryLanguage -update
	$(GO) test ./generator/view -update
