package main

import (
	"math"
	"testing"

	"github.com/webhookgen/webhookgen/spec"
)

func TestActions(t *testing.T) {
	inShop(t)
	const want = `ACTION        GROUP   PUSH                       FIELDS
order_placed  orders  socket, stream:order_made  id string, total? {number: {min: 0}}, count {int: {min: 0, max: 9}}|null, customers {list: Customer}, tags?! {map: {nullable: string}}, kind {const: "order"}
order_gone    -       -                          id string
`
	if r := invoke("actions"); r.status != 0 || r.stdout != want {
		t.Errorf("%s\nwant\n%s", r.stdout+r.stderr, want)
	}
}

func TestActionsJSON(t *testing.T) {
	inShop(t)
	const want = `[
  {
    "action": "order_placed",
    "group": "orders",
    "push": [
      {
        "api": "socket",
        "name": "order_placed"
      },
      {
        "api": "stream",
        "name": "order_made"
      }
    ],
    "fields": [
      {
        "name": "id",
        "type": "string",
        "optional": false,
        "nullable": false
      },
      {
        "name": "total",
        "type": "{number: {min: 0}}",
        "optional": "documented",
        "nullable": false
      },
      {
        "name": "count",
        "type": "{int: {min: 0, max: 9}}",
        "optional": false,
        "nullable": true
      },
      {
        "name": "customers",
        "type": "{list: Customer}",
        "optional": false,
        "nullable": false
      },
      {
        "name": "tags",
        "type": "{map: {nullable: string}}",
        "optional": "observed",
        "nullable": false
      },
      {
        "name": "kind",
        "type": "{const: \"order\"}",
        "optional": false,
        "nullable": false
      }
    ]
  },
  {
    "action": "order_gone",
    "group": "",
    "push": [],
    "fields": [
      {
        "name": "id",
        "type": "string",
        "optional": false,
        "nullable": false
      }
    ]
  }
]
`
	if r := invoke("actions", "-format", "json"); r.status != 0 || r.stdout != want {
		t.Errorf("%s\nwant\n%s", r.stdout+r.stderr, want)
	}
}

func TestNotation(t *testing.T) {
	low, high, half := int64(math.MinInt64), int64(7), 0.5
	str := &spec.Scalar{Kind: spec.String}
	tests := []struct {
		typ  spec.Type
		want string
	}{
		{str, "string"},
		{&spec.Scalar{Kind: spec.Any}, "any"},
		{&spec.Int{}, "int"},
		{&spec.Int{Min: &low, Max: &high}, "{int: {min: -9223372036854775808, max: 7}}"},
		{&spec.Number{}, "number"},
		{&spec.Number{Max: &half}, "{number: {max: 0.5}}"},
		{&spec.Const{Value: int64(3)}, "{const: 3}"},
		{&spec.Const{Value: true}, "{const: true}"},
		{&spec.Const{Value: "a\nb"}, `{const: "a\nb"}`},
		{&spec.List{Elem: str, Max: -1}, "{list: string}"},
		{&spec.List{Elem: str, Min: 1, Max: 2}, "{list: string, min: 1, max: 2}"},
		{&spec.List{Elem: str, Max: 0}, "{list: string, max: 0}"},
		{&spec.Map{Elem: &spec.Nullable{Elem: str}}, "{map: {nullable: string}}"},
		{&spec.Ref{Decl: &spec.TypeDecl{Name: "User"}}, "User"},
	}
	for _, tt := range tests {
		if got := notation(tt.typ); got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
}

// A payload in two shapes has the wrapping member.
func TestPayloadInAnotherShape(t *testing.T) {
	inShop(t)
	put(t, "shop.webhooks.yaml", replaced(shop, "types:\n", "types:\n  Wrapped:\n    shapes: {wrapper: customer, type: Customer}\n")+
		"  order_wrapped: {payload: Wrapped}\n")
	invoke("actions").want(t, 0, "order_wrapped  -       -                          customer Customer\n")
}
