# make          build the dossier into public/
# make test     everything a change must pass; installs what it needs
# make serve    show the dossier on this machine while you write
GO ?= go
FUZZTIME ?= 30s
# Packages whose goroutines share data: tested with the race detector as well, where there is a C compiler for it.
RACE = ./generator/build ./generator/content ./generator/publish ./generator/serve
BROWSERS = $(or $(CHROMIUM),chromium chromium-browser google-chrome)
DEBIAN = [ -z "$(CHROMIUM)" ] && [ "$$(id -u)" = 0 ] && grep -qs '^ID=debian' /etc/os-release
APT = apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends

.PHONY: build check serve test bench fuzz golden lint tools

build check serve:
	@$(GO) run ./generator $@

test: lint tools
	$(GO) test ./...
	$(if $(shell command -v gcc),$(GO) test -race $(RACE),@echo "no gcc: the race detector is left out")

lint:
	@bad=$$(gofmt -l generator layouts); [ -z "$$bad" ] || { echo "run gofmt -w on:"; echo "$$bad"; exit 1; }
	$(GO) vet ./...

tools: generator/browser/node_modules
	@for b in $(BROWSERS); do command -v $$b >/dev/null && exit 0; done; \
	if $(DEBIAN); then echo "installing chromium"; $(APT) chromium fonts-liberation >/dev/null; \
	else echo "make test needs a browser: install one of $(BROWSERS), or name yours in CHROMIUM"; exit 1; fi

generator/browser/node_modules: generator/browser/package-lock.json
	@command -v npm >/dev/null || { echo "make test needs npm (Node.js) to install axe-core"; exit 1; }
	npm ci --silent --prefix generator/browser
	@touch $@

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./generator/...
	$(GO) run ./generator/bench

# Each fuzz target in turn, for FUZZTIME.
fuzz:
	@for p in $$($(GO) list ./...); do \
		targets=$$($(GO) test -list '^Fuzz' $$p) || exit 1; \
		for f in $$(echo "$$targets" | grep '^Fuzz'); do \
			echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) $$p || exit 1; \
		done; \
	done

# Accept what the program prints now as the expected output of the scripts.
golden:
	$(GO) test ./generator -run TestScript -update
