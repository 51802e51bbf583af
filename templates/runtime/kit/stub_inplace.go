package kit

import (
	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// What stands here is generated in every kit.

// Secret is what proves the deliveries of this package.
const Secret = "a secret for tests"

const formMember, everyForm = "payload", ""

var told telling

func identify(*hooks.Delivery) {}

var (
	types    = map[string]*node{"Payload": {kind: objectNode}}
	actions  = []action{{name: "one", payload: &node{kind: refNode, name: "Payload"}}}
	envelope = &node{kind: objectNode, fields: []field{
		{name: "action", value: &node{kind: actionNode}},
		{name: "payload", value: &node{kind: payloadNode}},
		{name: "secret", value: &node{kind: textNode}, sample: `"a secret for tests"`, fixed: true},
		{name: "id", value: &node{kind: textNode}},
	}}
	pushEnvelope = &node{kind: objectNode, fields: []field{
		{name: "action", value: &node{kind: actionNode}},
		{name: "payload", value: &node{kind: payloadNode}},
	}}
	forms = []*form{webhooks, pushes}
)

// signer stands for the generated one, of the type that the scheme needs.
var signer partsSigner
