package spec

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestGoodExamples(t *testing.T) {
	for _, e := range examples(t, "good") {
		t.Run(e.name, func(t *testing.T) {
			api, ds := Parse(e.name+".yaml", e.src)
			if len(ds) > 0 {
				t.Fatalf("findings in a good example:\n%s", render(t, ds, e.path, e.src))
			}
			golden(t, strings.TrimSuffix(e.path, ".yaml")+".txt", dump(api))
		})
	}
}

// head is what a specification needs before its types and actions.
const head = "webhookgen: 1\nprovider: {name: shop, version: \"1\"}\nenvelope: {action: {member: action}, payload: {member: payload}}\n"

// TestPositions checks that columns count characters and lines line feeds,
// whatever stands before.
func TestPositions(t *testing.T) {
	tests := []struct {
		name, src string
		want      Span
	}{
		{"after text that is not ASCII", head + "actions: {äöü: {notes: \"日本\", fields: {b: strin}}}", Span{Position{4, 42}, 5}},
		{"carriage returns", strings.ReplaceAll(head, "\n", "\r\n") + "actions:\r\n  a: {fields: {b: strin}}\r\n", Span{Position{5, 19}, 5}},
		{"lone carriage return", head + "# a\r# b\n" + "actions: {a: {fields: {b: strin}}}", Span{Position{5, 27}, 5}},
		{"line separator in a text", head + "actions: {a: {notes: \"x\u2028y\", fields: {b: strin}}}", Span{Position{4, 41}, 5}},
		{"key without value", head + "actions:\n  a: {fields: {b: , c: int}}\n", Span{Position{5, 16}, 1}},
		{"value left out at the end", head + "actions:\n  a:", Span{Position{5, 3}, 1}},
		{"quoted", head + "actions: {a: {fields: {b: \"st\\\"rin\"}}}", Span{Position{4, 27}, 9}},
		{"quoted in single quotes", head + "actions: {a: {fields: {b: 'st''rin'}}}", Span{Position{4, 27}, 9}},
		{"over two lines", head + "actions: {a: {fields: {b: str\n   in}}}", Span{Position{4, 27}, 3}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, ds := Parse("x.yaml", []byte(test.src))
			checkDiagnostics(t, nil, ds, []byte(test.src))
			if len(ds) != 1 || ds[0].Span != test.want {
				t.Errorf("want one finding at %+v, got %+v", test.want, ds)
			}
		})
	}
}

// TestSpansOfModel checks the places that later stages point at.
func TestSpansOfModel(t *testing.T) {
	src := head + "actions:\n  ä:\n    fields: {é: {type: string, go_name: E}}\n"
	api, ds := Parse("x.yaml", []byte(src))
	if ds != nil {
		t.Fatal(ds)
	}
	a := api.Actions[0]
	f := a.Payload.Body.(*Object).Fields[0]
	got := fmt.Sprint(a.Span, a.Payload.Span, a.BodySpan, f.Span, f.TypeSpan, f.GoNameSpan)
	want := fmt.Sprint(Span{Position{5, 3}, 1}, Span{Position{5, 3}, 1}, Span{Position{6, 5}, 1},
		Span{Position{6, 14}, 1}, Span{Position{6, 24}, 6}, Span{Position{6, 41}, 1})
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestBrokenPartsStayApart checks that one slip gives one finding and hides
// none elsewhere.
func TestBrokenPartsStayApart(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"unknown type, used all over", `
types:
  A: {type: Nope}
  B: {shapes: {wrapper: x, type: A}}
  K: {union: {kinds: {string: A, list: {list: string}}}}
actions:
  a: {fields: {b: {type: A, nullable: true, sample: 1}, c: {type: B, sample: {y: 1}}, k: {type: K, sample: x}}}
`, "unknown-type"},
		{"types unreadable", "types: []\nactions: {a: {payload: A, fields: {b: C}}, d: {payload: E}}", "wrong-type conflicting-keys"},
		{"groups and push APIs unreadable", "groups: {}\npush_apis: []\nactions: {a: {group: g, push: [p], fields: {}}}", "wrong-type wrong-type"},
		{"misspelt key is not missing", "actions: {a: {fields: {b: {tpye: string}}, feilds: {}}}", "unknown-key unknown-key"},
		{"broken type of a union's member", `
types:
  A: {fields: {type: Nope}}
  U: {union: {by: type, variants: {a: A}}}
actions: {a: {fields: {u: U}, sample: {u: {type: a}}}}
`, "unknown-type"},
		{"base cycle", "types: {A: {base: B}, B: {base: A}}\nactions: {a: {payload: A, sample: {}}}", "base-cycle"},
		{"no warning beside errors", "types: {A: {fields: {}}}\nactions: {a: {fields: {b: B}}}", "unknown-type"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			src := []byte(head + test.body)
			_, ds := Parse("x.yaml", src)
			var codes []string
			for _, d := range ds {
				codes = append(codes, d.Code)
			}
			if got := strings.Join(codes, " "); got != test.want {
				t.Errorf("got %s, want %s:\n%s", got, test.want, render(t, ds, "x.yaml", src))
			}
		})
	}
}

func TestManyActions(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	var src strings.Builder
	src.WriteString(head + "types:\n  User: {fields: {id: string, name: {type: string, optional: true}}}\nactions:\n")
	const count = 10_000
	for i := range count {
		fmt.Fprintf(&src, "  action_%d:\n    notes: Prose about it.\n    fields:\n      id: string\n      user: User\n", i)
		src.WriteString("      tags: {list: string}\n      at: {type: timestamp, optional: true}\n")
		src.WriteString("    sample: {id: a, user: {id: b, name: c}, tags: [d, e]}\n")
	}
	start := time.Now()
	api, ds := Parse("x.yaml", []byte(src.String()))
	if ds != nil || len(api.Actions) != count {
		t.Fatal(ds[:min(len(ds), 3)])
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("%d actions took %v", count, took)
	} else {
		t.Logf("%d actions took %v", count, took)
	}
}
