module github.com/webhookgen/webhookgen/generated/judges/proof

go 1.24

require (
	github.com/google/go-github/v74 v74.0.0
	github.com/slack-go/slack v0.16.0
	github.com/standard-webhooks/standard-webhooks/libraries v0.0.1
	github.com/stripe/stripe-go/v82 v82.5.1
	github.com/svix/svix-webhooks v1.44.0
	github.com/webhookgen/webhookgen v0.0.0
)

require (
	github.com/google/go-querystring v1.1.0 // indirect
	github.com/gorilla/websocket v1.4.2 // indirect
	gopkg.in/validator.v2 v2.0.1 // indirect
)

replace github.com/webhookgen/webhookgen => ../../..
