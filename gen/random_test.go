package gen_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// randomSpec returns the text of a specification in which declared types of
// every form use each other in every position.
func randomSpec(r *rand.Rand) []byte {
	g := &specWriter{r: r}
	g.line("webhookgen: 1")
	g.line("provider: {name: random, version: \"1\"}")
	for _, form := range forms {
		for i := range 1 + r.IntN(3) {
			g.names = append(g.names, fmt.Sprintf("%s%d", form, i))
		}
	}
	route := g.envelope()
	g.line("types:")
	for _, name := range g.names {
		g.declaration(name)
	}
	if route.fields != "" {
		g.line("  Meta0: {fields: {told: {type: string, optional: %v}}}", route.both)
	}
	g.line("actions:")
	for i := range 1 + r.IntN(4) {
		push := fmt.Sprintf("[rtm, {api: web, name: %s}]", g.pick("", "other_")+fmt.Sprintf("act_%d", i))
		name, told := g.told(route, i)
		g.line("  %s:%s", name, g.pick("", "\n    push: [rtm]", "\n    push: "+push))
		g.fields("    ", 1+r.IntN(6), told...)
	}
	if route.payload {
		return []byte(g.b.String()) // what several share does not tell them apart
	}
	g.line("  shared_one: {payload: Object0}")
	g.line("  shared_two: {payload: %s, notes: \"Two.\"}", g.pick("Object0", "Derived0", "Variant0"))
	return []byte(g.b.String())
}

// envelope writes the envelopes of deliveries and pushes, and who has pushes.
func (g *specWriter) envelope() route {
	route := g.route()
	g.line("push:\n  action: {member: name}\n  payload: {member: payload%s}\n  closed: %s", g.pick("", ", shapes: {names: [body]}"), g.pick("true", "false"))
	g.line("  fields:\n    id: %s\n    more: %s", g.field(), g.field())
	g.line("push_apis: {rtm: {title: RTM}, web: {}}")
	return route
}

// proofs are what can prove the sender, the plain one most often.
var proofs = []string{
	"{scheme: body_secret, member: token}", "{scheme: body_secret, member: token}", "{scheme: body_secret, member: token}",
	"{scheme: hmac, header: X-Sign, hash: sha1, encoding: base64}", "{scheme: hmac, header: X-Sign, pair: v1, separator: \";\"}",
	"{scheme: hmac, header: X-Sign, hash: sha512, signed: \"a\\\"{header:X-A}{timestamp}`{body}\", timestamp: {header: X-Time, form: rfc3339}}",
	"{scheme: ed25519, header: X-Sign, prefix: \"ed=\", encoding: base64, signed: \"{timestamp}|{body}\", timestamp: {header: X-Time}}",
	"{scheme: ed25519, header: X-Sign, pair: v1}",
	"{scheme: hmac, header: X-Sign, pair: v1, signed: \"{timestamp}{body}\", timestamp: {pair: t, form: unix_ms, tolerance: 1m500ms}}",
	"{scheme: standard_webhooks, header_prefix: svix-}", "{scheme: basic}", "{scheme: bearer}", "{scheme: bearer, header: X-Token, prefix: 'to\"ken '}",
}

// forms are the forms of declared types; their names begin with them.
var forms = []string{"Object", "Variant", "Tagged", "Derived", "Enum", "Union", "Nested", "Kinds", "Trial", "Wrapped", "Alias"}

type specWriter struct {
	r     *rand.Rand
	b     strings.Builder
	names []string
}

func (g *specWriter) line(format string, args ...any) { fmt.Fprintf(&g.b, format+"\n", args...) }

func (g *specWriter) pick(words ...string) string { return words[g.r.IntN(len(words))] }

func (g *specWriter) declaration(name string) {
	g.line("  %s:", name)
	closed := g.pick("", ", closed: true")
	switch strings.TrimRight(name, "0123456789") {
	case "Object":
		g.fields("    ", g.r.IntN(8))
		g.line("    closed: %s", g.pick("true", "false"))
	case "Variant":
		g.line("    fields:\n      kind: {type: {const: %s}}\n      more: %s", strings.ToLower(name), g.field())
	case "Tagged":
		g.line("    fields:\n      kind: %s\n      deeper: %s\n    closed: %s", g.pick("string", "Enum0"),
			g.pick("{type: Union0, optional: true}", "{type: Nested0, nullable: true}", "string"), g.pick("true", "false"))
	case "Derived":
		base := fmt.Sprintf("Derived%d", g.r.IntN(3))
		if base >= name || !slices.Contains(g.names, base) {
			base = g.pick("Object0", "Variant0", "Tagged0")
		}
		g.line("    base: %s\n    fields: {f0: %s, own: %s}\n    closed: %s", base, g.field(), g.field(), g.pick("true", "false"))
	case "Enum":
		g.line("    enum: [a, b_c, {value: \"+\", go_name: Plus}]\n    closed: %s", g.pick("true", "false"))
	case "Union":
		g.line("    union: {by: kind, variants: {variant0: Variant0%s}%s}", g.pick("", ", a: Tagged0", ", a: Tagged0, b_c: Tagged0"), closed)
	case "Nested": // a union whose variants are those of another, and hold some
		g.line("    union: {by: kind, variants: {variant0: Variant0, a: Tagged0}%s}", closed)
	case "Kinds":
		g.line("    union: {kinds: {string: %s, number: %s, list: {list: %s}, object: %s}%s}",
			g.pick("string", "timestamp", "{const: x}", "{nullable: string}"), g.pick("int", "number", "{int: {min: 1}}"), g.typ(2),
			g.pick("Object0", "Variant0", "Union0", "{map: int}"), closed)
	case "Trial":
		g.line("    union: {trial: %s, variants: [%s]%s}", g.pick("exactly_one", "first"), strings.Join(g.variants(), ", "), closed)
	case "Wrapped":
		g.line("    shapes: {wrapper: inner, type: %s}", g.pick("Object0", "string", "{list: int}", "{map: any}", "Kinds0", "Enum0", "any", "Union0", "Alias0", "Trial0"))
	case "Alias":
		if name != "Alias0" && g.r.IntN(3) == 0 {
			g.line("    type: Alias0")
			return
		}
		g.line("    type: %s", g.pick("string", "{list: "+g.typ(1)+"}", "{map: "+g.typ(1)+"}", "int", "timestamp", "any", "Enum0", "Object0",
			"Union0", "{number: {min: 0}}", "bool", "{const: 1}", "Wrapped0", "Kinds0", "Trial0", "{const: null}", "{string: {min: 2}}"))
	}
}

// variants returns types for a union by trial, each of a Go name of its own.
func (g *specWriter) variants() []string {
	all := []string{"Object0", "Variant0", "Tagged0", "Derived0", "Union0", "{int: {max: 3}}", "{list: " + g.typ(2) + "}", "{map: int}",
		"timestamp", "{string: {min: 3, max: 5}}", "bool", "{const: 7.5}"}
	g.r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:1+g.r.IntN(5)]
}

// fields writes count fields, and those in more.
func (g *specWriter) fields(indent string, count int, more ...string) {
	if count+len(more) == 0 {
		g.line("%sfields: {}", indent)
		return
	}
	g.line("%sfields:", indent)
	for i := range count {
		g.line("%s  f%d: %s", indent, i, g.field())
	}
	for _, field := range more {
		g.line("%s  %s", indent, field)
	}
}

func (g *specWriter) field() string {
	typ := g.typ(0)
	attrs := g.pick("", ", optional: true", ", optional: true", ", optional: true")
	if typ != "any" && typ != "{const: null}" {
		attrs += g.pick("", "", ", nullable: true")
	}
	if typ == "string" {
		attrs += g.pick("", ", sensitive: secret", ", sensitive: personal")
	}
	if g.r.IntN(6) == 0 {
		attrs += fmt.Sprintf(", shapes: {names: [old_%d]}", g.r.Uint32())
	}
	return fmt.Sprintf("{type: %s%s}", typ, attrs)
}

func (g *specWriter) typ(depth int) string {
	if depth < 3 {
		switch g.r.IntN(8) {
		case 0:
			return "{list: " + g.elem(depth+1) + g.pick("", ", min: 1", ", max: 4", ", min: 1, max: 2") + "}"
		case 1:
			return "{map: " + g.elem(depth+1) + "}"
		case 2, 3, 4:
			return g.names[g.r.IntN(len(g.names))]
		}
	}
	return g.pick("string", "bool", "int", "number", "timestamp", "any", "{const: word}", "{const: 3}", "{const: null}", "{string: {max: 9}}", "{const: 1.5}", "{const: false}",
		"{int: {min: 0}}", "{int: {max: 9}}", "{number: {min: -0.5, max: 1e3}}")
}

func (g *specWriter) elem(depth int) string {
	typ := g.typ(depth)
	if typ != "any" && typ != "{const: null}" && g.r.IntN(4) == 0 {
		return "{nullable: " + typ + "}"
	}
	return typ
}
