package main

import (
	"fmt"
	"strings"
)

// madeUp returns a specification of n actions: payloads of five to eight
// members, a shared object for each ten actions, a union over them.
func madeUp(n int) []byte {
	var b strings.Builder
	b.WriteString("webhookgen: 1\nprovider: {name: hooks, version: \"1\"}\nenvelope:\n  action: {member: action}\n  payload: {member: payload}\n" +
		"  proof: {scheme: body_secret, member: secret}\n  fields:\n    secret: {type: string, sensitive: secret}\ntypes:\n")
	for i := range n/10 + 1 {
		fmt.Fprintf(&b, "  Thing%d:\n    notes: A thing of kind %d.\n    fields:\n      id: string\n      kind: {type: {const: thing%d}}\n"+
			"      name: {type: string, optional: true}\n      size: {type: int, optional: true}\n      tags: {type: {list: string}, optional: true}\n", i, i, i)
	}
	b.WriteString("  Colour: {enum: [red, green, blue]}\n  Any:\n    union:\n      by: kind\n      variants:\n")
	for i := range min(n/10+1, 50) {
		fmt.Fprintf(&b, "        thing%d: Thing%d\n", i, i)
	}
	b.WriteString("actions:\n")
	for i := range n {
		fmt.Fprintf(&b, "  action_%d:\n    notes: Something of sort %d has happened.\n    fields:\n      id: string\n      thing: Thing%d\n      other: {type: Any, optional: true}\n"+
			"      count: int\n      colour: {type: Colour, optional: true}\n      at: {type: timestamp, optional: true, notes: When it happened.}\n", i, i, i/10)
	}
	return []byte(b.String())
}
