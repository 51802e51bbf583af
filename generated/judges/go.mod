module github.com/webhookgen/webhookgen/generated/judges

go 1.26

require (
	github.com/go-json-experiment/json v0.0.0-20260820222146-c27c302e5fc3
	github.com/google/jsonschema-go v0.4.3
	github.com/santhosh-tekuri/jsonschema/v5 v5.3.1
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	github.com/webhookgen/webhookgen v0.0.0
)

require (
	github.com/dave/jennifer v1.7.1 // indirect
	github.com/yuin/goldmark v1.7.8 // indirect
	golang.org/x/text v0.14.0 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)

replace github.com/webhookgen/webhookgen => ../..
