# Everything that a person or CI does with this repository.
# `make` alone says what there is.

GO         ?= go
FUZZ_TIME  ?= 30s
LOAD_TIME  ?= 60s
STATICCHECK = bin/staticcheck
WEBHOOKGEN  = $(GO) run ./cmd/webhookgen
LIVECHAT    = -spec spec/livechat/v3.0.yaml -out generated/livechat -schema-validator -borrow
LIVECHAT36  = -spec spec/livechat/v3.6.yaml -out generated/livechat/v36 -package livechat -schema-validator
SLACK       = -spec spec/slack/events.yaml -out generated/slack -schema-validator -borrow
STANDARD    = -spec spec/standardwebhooks/shop.yaml -out generated/standardwebhooks -schema-validator
GITHUB      = -spec spec/github/github.yaml -out generated/github -schema-validator
EVERYTHING  = -spec gen/testdata/everything.yaml -out generated/internal/everything -schema-validator -borrow
PROOFS      = body parts pairs standard basic bearer keys sealed
ROUTES      = events closed headers paths flat
DELIVERY    = spec/livechat/testdata/v3.0/valid/incoming_event__sample.json

# route is how to generate one of the packages that take the action from elsewhere.
route = -spec gen/testdata/routes/$(1).yaml -out generated/internal/$(1) -schema-validator

.PHONY: help
help: ## say what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: generate ## generate from the LiveChat specification and validate a delivery against it
	$(WEBHOOKGEN) validate -spec spec/livechat/v3.0.yaml $(DELIVERY)

.PHONY: generate
generate: ## generate the packages of spec/, and those that the tests use
	$(WEBHOOKGEN) generate $(LIVECHAT)
	$(WEBHOOKGEN) generate $(LIVECHAT36)
	$(WEBHOOKGEN) generate $(SLACK)
	$(WEBHOOKGEN) generate $(STANDARD)
	$(WEBHOOKGEN) generate $(GITHUB)
	$(WEBHOOKGEN) generate $(EVERYTHING)
	@for name in $(PROOFS); do \
		$(WEBHOOKGEN) generate -spec gen/testdata/proofs/$$name.yaml -out generated/internal/proofs/$$name || exit 1; done
	for name in $(ROUTES); do $(WEBHOOKGEN) generate $(call route,$$name) || exit 1; done

.PHONY: test
test: format lint generated ## check formatting, vet, staticcheck and committed output, and run the tests
	$(GO) test ./...
	$(GO) -C generated/judges test ./...
	$(GO) -C generated/judges/proof test ./...

.PHONY: format
format: ## check that every Go file is formatted as gofmt does it
	@unformatted=$$(gofmt -l .); if [ -n "$$unformatted" ]; then \
		echo "not formatted, run gofmt -w:"; echo "$$unformatted"; exit 1; fi

.PHONY: lint
lint: $(STATICCHECK) ## run go vet and staticcheck
	$(GO) vet ./...
	$(GO) vet -tags webhookgen_header,webhookgen_signed ./templates/runtime/...
	$(STATICCHECK) ./...
	$(GO) -C generated/judges vet ./...
	cd generated/judges && ../../$(STATICCHECK) ./...
	$(GO) -C generated/judges/proof vet ./...
	cd generated/judges/proof && ../../../$(STATICCHECK) ./...

# The version is pinned in a module of its own, which no consumer inherits.
$(STATICCHECK): cmd/internal/tools/go.mod
	$(GO) -C cmd/internal/tools build -o $(CURDIR)/$@ honnef.co/go/tools/cmd/staticcheck

.PHONY: generated
generated: ## check that the committed output is what the generator makes
	$(WEBHOOKGEN) generate $(LIVECHAT) -check
	$(WEBHOOKGEN) generate $(LIVECHAT36) -check
	$(WEBHOOKGEN) generate $(SLACK) -check
	$(WEBHOOKGEN) generate $(STANDARD) -check
	$(WEBHOOKGEN) generate $(GITHUB) -check
	$(WEBHOOKGEN) generate $(EVERYTHING) -check
	@for name in $(PROOFS); do \
		$(WEBHOOKGEN) generate -spec gen/testdata/proofs/$$name.yaml -out generated/internal/proofs/$$name -check || exit 1; done
	for name in $(ROUTES); do $(WEBHOOKGEN) generate $(call route,$$name) -check || exit 1; done

.PHONY: load
load: ## put a receiver under load from wrk for LOAD_TIME, 60s if not given; installs wrk if it is absent
	@command -v wrk >/dev/null || apt-get install -y wrk
	$(GO) run ./generated/internal/load -duration $(LOAD_TIME)

.PHONY: bench
bench: ## measure deliveries against JSON libraries, and what large specifications cost
	$(GO) build -o bin/webhookgen ./cmd/webhookgen
	cd generated/bench && $(GO) build -o ../../bin/bench . && ../../bin/bench && ../../bin/bench -heap 0 && \
		GOEXPERIMENT=jsonv2 $(GO) build -o ../../bin/bench-jsonv2 . && ../../bin/bench-jsonv2 -few && \
		$(GO) run ./scale -webhookgen ../../bin/webhookgen

.PHONY: judges
judges: ## hold generated code against jsonschema v5 and v6 and Ajv, and proofs against libraries of providers, on every case
	@if command -v npm >/dev/null; then npm --prefix generated/judges/ajv ci --silent; \
		else echo "npm is missing, so Ajv is left out"; fi
	$(GO) -C generated/judges test -timeout 30m -v . ./github ./schemas -full
	$(GO) -C generated/judges/proof test -v . -full

.PHONY: kill
kill: ## take each check out of the generated code in turn: some case must notice
	cd generated/judges && $(GO) run ./kill

# Go sometimes ends a target that found nothing with "context deadline exceeded".
.PHONY: fuzz
fuzz: ## run each fuzz target for FUZZ_TIME, 30s if not given
	@grep -rl --include='*_test.go' '^func Fuzz' . | while read -r file; do \
		for target in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\).*/\1/p' "$$file"); do \
			echo "$$(dirname "$$file"): $$target"; \
			log=$$(mktemp); \
			$(GO) -C "$$(dirname "$$file")" test . -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZ_TIME) -fuzzminimizetime 1s >$$log 2>&1; \
			status=$$?; cat $$log; \
			if [ $$status -ne 0 ] && { grep -q 'Failing input' $$log || ! grep -qx ' *context deadline exceeded' $$log; }; then exit 1; fi; \
			rm -f $$log; \
		done; done
