module github.com/webhookgen/webhookgen/generated/judges

go 1.26

require (
	github.com/go-json-experiment/json v0.0.0-20260820222146-c27c302e5fc3
	github.com/webhookgen/webhookgen v0.0.0
)

replace github.com/webhookgen/webhookgen => ../..
