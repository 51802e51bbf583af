# Everything that a person or CI does with this repository.
# `make` alone says what there is.

GO         ?= go
FUZZ_TIME  ?= 30s
STATICCHECK = bin/staticcheck
WEBHOOKGEN  = $(GO) run ./cmd/webhookgen
LIVECHAT    = -spec spec/livechat/v3.0.yaml -out generated/livechat -schema-validator
LIVECHAT36  = -spec spec/livechat/v3.6.yaml -out generated/livechat/v36 -package livechat -schema-validator
EVERYTHING  = -spec gen/testdata/everything.yaml -out generated/internal/everything -schema-validator
DELIVERY    = spec/livechat/testdata/v3.0/valid/incoming_event__sample.json

.PHONY: help
help: ## say what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: generate ## generate from the LiveChat specification and validate a delivery against it
	$(WEBHOOKGEN) validate -spec spec/livechat/v3.0.yaml $(DELIVERY)

.PHONY: generate
generate: ## generate generated/livechat from spec/livechat/v3.0.yaml, and the package that the tests use
	$(WEBHOOKGEN) generate $(LIVECHAT)
	$(WEBHOOKGEN) generate $(LIVECHAT36)
	$(WEBHOOKGEN) generate $(EVERYTHING)

.PHONY: test
test: format lint generated ## check formatting, vet, staticcheck and committed output, and run the tests
	$(GO) test ./...

.PHONY: format
format: ## check that every Go file is formatted as gofmt does it
	@unformatted=$$(gofmt -l .); if [ -n "$$unformatted" ]; then \
		echo "not formatted, run gofmt -w:"; echo "$$unformatted"; exit 1; fi

.PHONY: lint
lint: $(STATICCHECK) ## run go vet and staticcheck
	$(GO) vet ./...
	$(STATICCHECK) ./...

# The version is pinned in a module of its own, which no consumer inherits.
$(STATICCHECK): cmd/internal/tools/go.mod
	$(GO) -C cmd/internal/tools build -o $(CURDIR)/$@ honnef.co/go/tools/cmd/staticcheck

.PHONY: generated
generated: ## check that the committed output is what the generator makes
	$(WEBHOOKGEN) generate $(LIVECHAT) -check
	$(WEBHOOKGEN) generate $(LIVECHAT36) -check
	$(WEBHOOKGEN) generate $(EVERYTHING) -check

.PHONY: fuzz
fuzz: ## run each fuzz target for FUZZ_TIME, 30s if not given
	@grep -rl --include='*_test.go' '^func Fuzz' . | while read -r file; do \
		for target in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\).*/\1/p' "$$file"); do \
			echo "$$(dirname "$$file"): $$target"; \
			$(GO) test "$$(dirname "$$file")" -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZ_TIME) -fuzzminimizetime 1s || exit 1; \
		done; done
