# isnad: make demo, make test. Both need Go and make alone.
GO ?= go
PKG := ./...

.PHONY: build demo test check format vet lint tidy plain lawful repeat laws fuzz killed bench clean

build: ## build bin/isnad
	$(GO) build -o bin/isnad ./cmd/isnad

demo: build ## read the embedded reports and show the record
	@./bin/isnad demo

# packages whose laws are tested over drawn values
LAWFUL = $$($(GO) list -f '{{range .TestImports}}{{if eq . "pgregory.net/rapid"}}{{$$.ImportPath}}{{"\n"}}{{end}}{{end}}{{range .XTestImports}}{{if eq . "pgregory.net/rapid"}}{{$$.ImportPath}}{{"\n"}}{{end}}{{end}}' $(PKG) | sort -u)
# cmd/isnad runs the whole program a few hundred times, which the race detector
# makes ten times slower; what it joins is tested with it
COMMAND = $$($(GO) list ./cmd/isnad)
PLAIN = $$($(GO) list $(PKG) | grep -vxF "$(LAWFUL)" | grep -vxF "$(COMMAND)")

test: check ## everything: build, format, vet, lint, tests with the race detector, and once without it what it would make too slow; the same draws each time
	$(MAKE) -j2 --output-sync=target plain lawful
	$(GO) test -timeout 20m ./cmd/isnad
	$(GO) test -timeout 10m -run TestPairs ./collate/copies
	$(GO) test -timeout 20m -run 'TestRepeated/^(segments|names|words|stance)' ./learn

check: build format vet lint tidy

format: ## fail on files that gofmt would change
	@files=$$(gofmt -l $$(git ls-files '*.go' 2>/dev/null || find . -name '*.go')); \
	if [ -n "$$files" ]; then echo "not gofmt'ed:"; echo "$$files"; exit 1; fi

vet:
	$(GO) vet $(PKG)

lint:
	$(GO) tool staticcheck $(PKG)

tidy: ## fail when go.mod is not what the code needs
	$(GO) mod tidy -diff

plain:
	$(GO) test -race -timeout 25m $(PLAIN)

lawful:
	$(GO) test -race -timeout 25m $(LAWFUL) -rapid.seed=1

repeat: ## train all models again, the letters' for minutes, and compare them with those that ship
	$(GO) test -timeout 60m -v -run TestRepeated ./learn

CHECKS ?= 5000
laws: ## the laws over new draws, many of them
	$(GO) test -timeout 60m $(LAWFUL) -rapid.checks=$(CHECKS)

fuzz: ## each fuzz target for ten seconds
	@grep -rlE '^func Fuzz' --include='*_test.go' . | while read -r file; do \
		for name in $$(sed -nE 's/^func (Fuzz[A-Za-z]+)\(.*/\1/p' "$$file"); do \
			$(GO) test "./$$(dirname "$$file")" -run '^$$' -fuzz "^$$name\$$" -fuzztime 10s || exit 1; \
		done; \
	done

KILLS ?= 200
OVER ?= $(or $(ISNAD_SHARED),../shared)/data/stream
killed: ## kill the program 200 times while it gathers and annotates the real stream; see cmd/isnad/killed_test.go
	$(GO) test ./cmd/isnad -run TestKilled -v -timeout 120m -kills $(KILLS) -killover $(abspath $(OVER))

bench: ## the benchmarks of docs/benchmarks.md
	$(GO) test -run '^$$' -bench . -benchmem $(PKG)

clean:
	rm -rf bin
