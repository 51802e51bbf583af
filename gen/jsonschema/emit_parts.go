package jsonschema

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/write"
)

// partType writes the type of values of one kind.
func (e *emitter) partType(p part, owner, member string) string {
	switch p := p.(type) {
	case *texts:
		return e.textType(p, owner, member)
	case *numbers:
		return e.numberType(p, owner, member)
	case *list:
		return e.listType(p, owner, member)
	case *object:
		return e.objectType(p, owner, member)
	}
	return e.choiceType(p.(*choice), owner, member)
}

func (e *emitter) textType(t *texts, owner, member string) string {
	switch {
	case len(t.enum) == 1:
		return "{const: " + write.Quote(t.enum[0]) + "}"
	case t.enum != nil:
		return e.enumType(t, owner, member)
	case t.min > 0 || t.max >= 0:
		return "{string: {" + boundsText(t.min, t.max) + "}}"
	case t.time:
		return "timestamp"
	}
	return "string"
}

func boundsText(low, high int) string {
	var out []string
	if low > 0 {
		out = append(out, "min: "+strconv.Itoa(low))
	}
	if high >= 0 {
		out = append(out, "max: "+strconv.Itoa(high))
	}
	return strings.Join(out, ", ")
}

// enumType declares an enum, one value on each line.
func (e *emitter) enumType(t *texts, owner, member string) string {
	sign := "enum " + member + strings.Join(t.enum, "\x00")
	if name := e.bodies[sign]; name != "" {
		e.variant(name)
		return name
	}
	for _, value := range t.enum {
		if value != "" && !isName(value) {
			e.notes.add(t.at, "bad-name", "the value %q cannot be listed: any string is taken", clip(value))
			return "string"
		}
	}
	name := e.claim(hints(t.at, owner, member)...)
	e.bodies[sign], e.places[name] = name, t.at
	e.variant(name)
	lines := []string{"enum:"}
	for _, value := range t.enum {
		key := "value " + name + " " + value
		goName := e.fixed[key]
		if goName == "" && value == "" {
			goName = "Empty"
		}
		text := "  - " + write.Quote(value)
		if goName != "" {
			text = fmt.Sprintf("  - {value: %s, go_name: %s}", write.Quote(value), goName)
		}
		lines = append(lines, text+"\x00"+key)
	}
	if !e.open || e.shut[name] {
		lines = append(lines, "closed: true")
	}
	e.declare(name, nil)(lines...)
	return name
}

// variant notes that a union told by trial depends on a type.
func (e *emitter) variant(name string) {
	if e.within != "" {
		e.trials[e.within] = append(e.trials[e.within], name)
	}
}

func (e *emitter) numberType(n *numbers, owner, member string) string {
	switch {
	case len(n.enum) == 1:
		return "{const: " + constNumber(n.enum[0]) + "}"
	case n.enum != nil:
		return e.listedNumbers(n, owner, member)
	case n.whole:
		return e.intType(n)
	case n.low == nil && n.high == nil:
		return "number"
	}
	return "{number: {" + strings.Join(e.numberBounds(n), ", ") + "}}"
}

// constNumber writes a number as the language has it.
func constNumber(n json.Number) string {
	if r := rat(n); r.IsInt() && r.Num().IsInt64() {
		return r.Num().String()
	}
	return n.String()
}

func (e *emitter) numberBounds(n *numbers) []string {
	var out []string
	for _, b := range []struct {
		key   string
		value *big.Rat
	}{{"min", n.low}, {"max", n.high}} {
		if b.value == nil {
			continue
		}
		f, _ := b.value.Float64()
		text := strconv.FormatFloat(f, 'g', -1, 64)
		if math.IsInf(f, 0) {
			continue // no number is beyond it
		}
		if rat(json.Number(text)).Cmp(b.value) != 0 && n.at != nil {
			e.notes.add(n.at, "bound", "a bound is no number of 64 bits: the nearest one is taken").Refuses = true
		}
		out = append(out, b.key+": "+text)
	}
	return out
}

// intType writes whole numbers. A schema has them of any size.
func (e *emitter) intType(n *numbers) string {
	var out []string
	for _, b := range []struct {
		key   string
		value *big.Rat
		up    bool
	}{{"min", n.low, true}, {"max", n.high, false}} {
		if b.value == nil {
			continue
		}
		if whole := rounded(b.value, b.up); whole.IsInt64() {
			out = append(out, b.key+": "+whole.String())
		}
	}
	if n.at != nil && len(out) < 2 {
		e.notes.once(n.at, "whole-number", "whole numbers of more than 64 bits are refused").Refuses = true
	}
	if len(out) == 0 {
		return "int"
	}
	return "{int: {" + strings.Join(out, ", ") + "}}"
}

// rounded returns the whole number at or next to r.
func rounded(r *big.Rat, up bool) *big.Int {
	out := new(big.Int).Div(r.Num(), r.Denom()) // rounds down, for a denominator is positive
	if up && !r.IsInt() {
		out.Add(out, big.NewInt(1))
	}
	return out
}

// maxNumbers bounds a list of numbers, each of which becomes a type.
const maxNumbers = 100

// listedNumbers writes a list of numbers: a range if they are one, or a
// constant for each.
func (e *emitter) listedNumbers(n *numbers, owner, member string) string {
	sorted := slices.Clone(n.enum)
	slices.SortFunc(sorted, func(a, b json.Number) int { return rat(a).Cmp(rat(b)) })
	low, high := rat(sorted[0]), rat(sorted[len(sorted)-1])
	whole := !slices.ContainsFunc(sorted, func(x json.Number) bool { return !rat(x).IsInt() })
	span := new(big.Rat).Sub(high, low)
	if whole && span.Cmp(big.NewRat(int64(len(sorted)-1), 1)) == 0 {
		return e.intType(&numbers{whole: true, low: low, high: high})
	}
	if len(sorted) > maxNumbers {
		e.notes.add(n.at, "too-many-values", "a list of more than %d numbers cannot be said: any from the lowest to the highest is taken", maxNumbers)
		return e.numberType(&numbers{whole: whole, low: low, high: high}, owner, member)
	}
	name := e.claim(hints(n.at, owner, member)...)
	var variants []string
	for _, x := range sorted {
		one := e.claim(name + " " + strings.NewReplacer("-", "Minus", ".", "Point").Replace(x.String()))
		e.declare(one, nil)("type: {const: " + constNumber(x) + "}")
		variants = append(variants, one)
	}
	e.declare(name, nil)("union: {trial: first, variants: [" + strings.Join(variants, ", ") + "], closed: true}\x00trial " + name)
	return name
}

func (e *emitter) listType(l *list, owner, member string) string {
	text := "list: " + e.elemType(l.elem, owner, member)
	if bounds := boundsText(l.min, l.max); bounds != "" {
		text += ", " + bounds
	}
	return "{" + text + "}"
}
