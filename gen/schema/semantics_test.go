package schema_test

import (
	"slices"
	"testing"

	"github.com/webhookgen/webhookgen/spec"
)

// verdict says at which places an instance of the type under test is refused;
// it is accepted where there is none. "" is the value itself.
type verdict struct {
	value string
	at    []string
}

func accept(values ...string) []verdict {
	var out []verdict
	for _, v := range values {
		out = append(out, verdict{value: v})
	}
	return out
}

func refuse(at string, values ...string) []verdict {
	var out []verdict
	for _, v := range values {
		out = append(out, verdict{value: v, at: []string{at}})
	}
	return out
}

func refuseAt(value string, at ...string) []verdict { return []verdict{{value, at}} }

func TestTypes(t *testing.T) {
	closedEnum := decl("Closed", &spec.Enum{Closed: true, Values: []*spec.EnumValue{{Value: "a"}, {Value: "b"}}})
	openEnum := decl("Open", &spec.Enum{Values: []*spec.EnumValue{{Value: "a"}}})
	point := decl("Point", object(field("x", whole), optional("y", whole)))
	sealed := decl("Sealed", &spec.Object{Closed: true, Fields: []*spec.Field{
		field("x", whole),
		{Name: "y", Type: whole, OlderNames: []string{"z"}, Optional: spec.Observed},
	}})
	tree := decl("Tree", nil)
	tree.Body = object(field("kids", &spec.List{Elem: ref(tree), Max: -1}))
	number := decl("Number", &spec.Wrapped{Member: "value", Type: whole})
	customer := decl("Customer", &spec.Wrapped{Member: "point", Type: ref(point)})
	alias := decl("Alias", &spec.Alias{Type: &spec.List{Elem: ref(point), Max: -1}})

	tests := []struct {
		name  string
		types []*spec.TypeDecl
		typ   spec.Type
		cases [][]verdict
	}{
		{"string", nil, text, [][]verdict{
			accept(`""`, `"a"`), refuse("", `1`, `true`, `null`, `[]`, `{}`),
		}},
		{"bool", nil, boolean, [][]verdict{accept(`true`, `false`), refuse("", `1`, `"true"`, `null`)}},
		{"timestamp has no form", nil, stamp, [][]verdict{accept(`"now"`, `""`), refuse("", `1`, `null`)}},
		{"any", nil, anything, [][]verdict{accept(`1`, `"a"`, `null`, `[null]`, `{"a":null}`, `1e300`)}},
		{"int", nil, whole, [][]verdict{
			accept(`0`, `-1`, `1.0`, `1e2`, `-0`, `9223372036854775807`, `-9223372036854775808`, `9.223372036854775807e18`),
			refuse("", `1.5`, `9223372036854775808`, `-9223372036854775809`, `1e300`, `"1"`, `null`, `1e-1`),
			refuse("", `1.00000000000000000001`, `9223372036854775807.5`),
		}},
		{"int with bounds", nil, &spec.Int{Min: ptr(int64(0)), Max: ptr(int64(9))}, [][]verdict{
			accept(`0`, `9`, `9.0`), refuse("", `-1`, `10`, `0.5`, `9.00000000000000000001`),
		}},
		{"number", nil, decimal, [][]verdict{
			accept(`0`, `1.5`, `1.7976931348623157e308`, `-1.7976931348623157e308`, `1e-300`),
			refuse("", `1e309`, `-1e309`, `"1"`, `null`, `1.79769313486231571e308`),
		}},
		{"number with bounds compares exactly", nil, &spec.Number{Min: ptr(0.1), Max: ptr(9007199254740992.0)}, [][]verdict{
			accept(`0.1`, `1e-1`, `9007199254740992`, `9007199254740991.5`),
			refuse("", `0.09`, `0.09999999999999999999999`, `9007199254740993`, `-1`),
		}},
		{"constants", nil, &spec.Const{Value: "a"}, [][]verdict{accept(`"a"`), refuse("", `"b"`, `1`, `null`, `{}`)}},
		{"constant int", nil, &spec.Const{Value: int64(3)}, [][]verdict{
			accept(`3`, `3.0`, `3e0`), refuse("", `4`, `"3"`, `3.00000000000000000001`),
		}},
		{"constant float", nil, &spec.Const{Value: 2.0}, [][]verdict{
			accept(`2`, `2.0`, `0.2e1`), refuse("", `2.1`, `2.00000000000000000001`, `"2"`, `null`),
		}},
		{"constant null", nil, &spec.Const{}, [][]verdict{accept(`null`), refuse("", `0`, `""`, `{}`)}},
		{"string with bounds", nil, &spec.Text{Min: 1, Max: 2}, [][]verdict{
			accept(`"a"`, `"äö"`, `"\ud83d\ude00"`), refuse("", `""`, `"abc"`, `1`, `null`),
		}},
		{"constant bool", nil, &spec.Const{Value: true}, [][]verdict{accept(`true`), refuse("", `false`, `1`)}},
		{"list", nil, &spec.List{Elem: whole, Min: 1, Max: 2}, [][]verdict{
			accept(`[1]`, `[1,2]`), refuse("", `[]`, `[1,2,3]`, `{}`, `null`),
			refuse("/0", `["a"]`), refuse("/1", `[1,null]`),
			refuseAt(`["a",1,null]`, "", "/0", "/2"),
		}},
		{"map", nil, &spec.Map{Elem: whole}, [][]verdict{
			accept(`{}`, `{"a":1,"":2}`), refuse("", `[]`, `null`), refuse("/a", `{"a":"b"}`),
			refuse("/", `{"":null}`),
			refuseAt(`{"a/b":"","c~d":"","é %41":"","":""}`, "/", "/a~1b", "/c~0d", "/é %41"),
		}},
		{"nullable", nil, &spec.List{Elem: nullable(whole), Max: -1}, [][]verdict{
			accept(`[null,1]`), refuse("/0", `["a"]`), refuse("", `null`),
		}},
		{"nullable map of lists", nil, &spec.Map{Elem: nullable(&spec.List{Elem: text, Max: -1})}, [][]verdict{
			accept(`{"a":null,"b":["c"]}`), refuse("/a/0", `{"a":[1]}`), refuse("/a", `{"a":1}`),
		}},
		{"nullable ref", []*spec.TypeDecl{point}, &spec.List{Elem: nullable(ref(point)), Max: -1}, [][]verdict{
			accept(`[null]`, `[{"x":1}]`), refuse("/0", `[{}]`, `[1]`), refuse("/0/x", `[{"x":null}]`),
		}},
		{"nullable constant", nil, &spec.List{Elem: nullable(&spec.Const{Value: "a"}), Max: -1}, [][]verdict{
			accept(`[null,"a"]`), refuse("/0", `["b"]`),
		}},
		{"nullable any", nil, &spec.List{Elem: nullable(anything), Max: -1}, [][]verdict{accept(`[null,1]`)}},
		{"closed enum", []*spec.TypeDecl{closedEnum}, ref(closedEnum), [][]verdict{
			accept(`"a"`, `"b"`), refuse("", `"c"`, `1`, `null`, `""`),
		}},
		{"open enum", []*spec.TypeDecl{openEnum}, ref(openEnum), [][]verdict{
			accept(`"a"`, `"z"`), refuse("", `1`, `null`),
		}},
		{"object", []*spec.TypeDecl{point}, ref(point), [][]verdict{
			accept(`{"x":1}`, `{"x":1,"y":2,"more":null}`),
			refuse("", `{}`, `[]`, `null`, `{"X":1}`), refuse("/y", `{"x":1,"y":null}`),
			refuseAt(`{"y":"a"}`, "", "/y"),
		}},
		{"closed object knows older names", []*spec.TypeDecl{sealed}, ref(sealed), [][]verdict{
			accept(`{"x":1}`, `{"x":1,"y":1}`, `{"x":1,"z":1}`),
			refuse("", `{"x":1,"more":1}`, `{"x":1,"y":1,"z":1}`),
			refuse("/z", `{"x":1,"z":"a"}`),
		}},
		{"recursion", []*spec.TypeDecl{tree}, ref(tree), [][]verdict{
			accept(`{"kids":[]}`, `{"kids":[{"kids":[{"kids":[]}]}]}`),
			refuse("/kids/0/kids/1", `{"kids":[{"kids":[{"kids":[]},{}]}]}`),
		}},
		{"wrapped value", []*spec.TypeDecl{number}, ref(number), [][]verdict{
			accept(`1`, `{"value":1}`, `{"value":1,"more":2}`),
			refuse("", `{}`, `"a"`, `null`, `{"other":1}`), refuse("/value", `{"value":"a"}`, `{"value":null}`),
		}},
		{"wrapped object", []*spec.TypeDecl{point, customer}, ref(customer), [][]verdict{
			accept(`{"x":1}`, `{"point":{"x":1}}`),
			refuse("", `{}`, `1`, `null`), refuse("/point", `{"point":{}}`, `{"point":1}`, `{"x":1,"point":null}`),
			refuse("/x", `{"x":"a"}`),
		}},
		{"alias", []*spec.TypeDecl{point, alias}, ref(alias), [][]verdict{
			accept(`[{"x":1}]`), refuse("/0", `[{}]`), refuse("", `{}`),
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { judge(t, tt.typ, tt.types, slices.Concat(tt.cases...)) })
	}
}

// judge puts each value into the payload's only field, and says the same of
// the payload alone and of the delivery.
func judge(t *testing.T, typ spec.Type, types []*spec.TypeDecl, verdicts []verdict) {
	t.Helper()
	v := validatorOf(t, bare(object(field("v", typ)), types...))
	for _, want := range verdicts {
		payload := `{"v":` + want.value + `}`
		delivery := `{"action":"act","payload":` + payload + `}`
		checkPlaces(t, payload, v.Validate("act", []byte(payload)), "/v", want.at)
		checkPlaces(t, delivery, v.ValidateDelivery([]byte(delivery)), "/payload/v", want.at)
	}
}

func checkPlaces(t *testing.T, instance string, err error, prefix string, want []string) {
	t.Helper()
	var full []string
	for _, at := range want {
		full = append(full, prefix+at)
	}
	if got := pointers(t, err); !slices.Equal(got, full) {
		t.Errorf("%s: refused at %q (%v), want %q", instance, got, err, full)
	}
}
