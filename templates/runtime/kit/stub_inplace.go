package kit

import (
	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// What stands here is generated in every kit, as types.json is.

// Secret is what proves the deliveries of this package.
const Secret = "a secret for tests"

const formMember, everyForm = "payload", ""

var told telling

func identify(*hooks.Delivery) {}

var forms = []*form{webhooks, pushes}

// signer stands for the generated one, of the type that the scheme needs.
var signer partsSigner
