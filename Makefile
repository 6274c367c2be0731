# make run    builds Steady, watches manifests/ and makes this machine match it
# make test   builds and runs all tests
# make help   lists the rest

SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# Swift's runtime becomes part of the programs, so that they run where no Swift is, in containers too.
RELEASE := --configuration release --static-swift-stdlib
MANIFESTS ?= manifests
STATE ?= $(or $(STEADY_STATE),/var/lib/steady)
PREFIX ?= /usr/local
SYSCONFDIR ?= /etc
SEEDS ?= 500
FORMATTED := Package.swift Sources Tests Benchmarks
SCHEMA := Sources/Model/Schema Sources/Model/Generated
BENCHMARKS := $(shell sed -n 's/.*name: "\([a-z-]*-benchmark\)".*/\1/p' Package.swift)

.PHONY: help
help: ## Lists what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- Running

.PHONY: run
run: build ## Builds, then watches manifests/ (MANIFESTS=DIR for another); needs root
	@packaging/prepare run
	@packaging/greet "$(MANIFESTS)" "$(STATE)"
	@exec .build/release/steady watch "$(MANIFESTS)" --state "$(STATE)"

.PHONY: build
build: export STEADY_COMMIT := $(shell git describe --always --dirty --exclude='*' 2>/dev/null)
build: ## Builds the release: .build/release/steady and its shim
	@packaging/prepare build
	swift build $(RELEASE) --product steady-shim
	swift build $(RELEASE) --product steady

# --- Testing

.PHONY: test
test: ## Builds and runs all tests; some need root and are left out without it
	@packaging/prepare test
	swift build --build-tests
	swift test --skip-build

.PHONY: simulate
simulate: ## Runs the simulator's worlds: SEEDS=500 of them, or only SEED=123
	@packaging/prepare test
	$(if $(SEED),STEADY_SEED=$(SEED),STEADY_SEEDS=$(SEEDS)) swift test --filter SimulationTests

.PHONY: bench
bench: ## Measures what Benchmarks/ holds
	@packaging/prepare build
	@for name in steady-shim steady $(BENCHMARKS); do swift build $(RELEASE) --product $$name || exit; done
	@for name in $(BENCHMARKS); do echo "== $$name"; .build/release/$$name || exit; done

# --- The source

.PHONY: generate
generate: ## Writes the model's Swift anew from its schema files
	@packaging/prepare build
	swift run ModelGenerator $(SCHEMA)

.PHONY: generate-check
generate-check: ## Fails when the model's Swift is not what its schema files say
	swift run ModelGenerator $(SCHEMA) --check

.PHONY: format
format: ## Formats all Swift
	swift format --in-place --parallel --recursive --configuration .swift-format $(FORMATTED)

.PHONY: lint
lint: ## Checks formatting and the rules of the house
	swift format lint --strict --parallel --recursive --configuration .swift-format $(FORMATTED)
	packaging/tidy

.PHONY: link-check
link-check: ## Fails when the program that make test built links all of Foundation
	packaging/link-check .build/debug/steady

.PHONY: clean
clean: ## Removes what was built; what runs and its state stay
	swift package clean

# --- Installing

.PHONY: install
install: ## Installs program, shim and systemd unit under PREFIX=/usr/local (after make build)
	@test -x .build/release/steady || { echo "Nothing is built yet: run make build first." >&2; exit 1; }
	install -d $(DESTDIR)$(PREFIX)/lib/steady $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/systemd/system
	install -d $(DESTDIR)$(SYSCONFDIR)/steady/manifests
	install -m 755 .build/release/steady .build/release/steady-shim $(DESTDIR)$(PREFIX)/lib/steady/
	ln -sfn ../lib/steady/steady $(DESTDIR)$(PREFIX)/bin/steady
	sed -e 's|/usr/local|$(PREFIX)|; s|/etc/|$(SYSCONFDIR)/|' packaging/steady.service \
	    > $(DESTDIR)$(PREFIX)/lib/systemd/system/steady.service
	@echo "Put manifests into $(SYSCONFDIR)/steady/manifests, then: systemctl daemon-reload; systemctl enable --now steady"

.PHONY: uninstall
uninstall: ## Removes what install brought; manifests, state and containers stay
	rm -f $(DESTDIR)$(PREFIX)/bin/steady $(DESTDIR)$(PREFIX)/lib/systemd/system/steady.service
	rm -f $(DESTDIR)$(PREFIX)/lib/steady/steady $(DESTDIR)$(PREFIX)/lib/steady/steady-shim
	-rmdir $(DESTDIR)$(PREFIX)/lib/steady
