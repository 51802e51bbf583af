package jsonschema

import (
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/write"
)

// choiceType declares a union: by member where one tells the objects apart,
// by trial elsewhere.
func (e *emitter) choiceType(c *choice, owner, member string) string {
	if name := e.byPart[c]; name != "" {
		return name
	}
	for p, name := range e.byPart {
		if other, ok := p.(*choice); ok && !e.payload[other] && other.exactly == c.exactly && slices.Equal(other.parts, c.parts) {
			return name
		}
	}
	return e.declareChoice(c, hints(c.at, owner, member)...)
}

func (e *emitter) declareChoice(c *choice, names ...string) string {
	name := e.claim(names...)
	e.byPart[c] = name
	fill := e.declare(name, nil)
	if by, values := e.teller(c); by != "" && !e.payload[c] {
		var variants []string
		for i, p := range c.parts {
			variant := e.variantType(p, name, values[i][0])
			for _, value := range values[i] {
				variants = append(variants, write.Quote(value)+": "+variant)
			}
		}
		closed := ", closed: true"
		if e.open {
			closed = ""
		}
		fill("union: {by: " + write.Quote(by) + ", variants: {" + strings.Join(variants, ", ") + "}" + closed + "}\x00union " + name)
		return name
	}
	fill(e.trialText(c, name) + "\x00trial " + name)
	return name
}

// trialText writes a union by trial. A choice that says what another one says
// is left out.
func (e *emitter) trialText(c *choice, name string) string {
	mode := "first"
	if c.exactly {
		mode = "exactly_one"
	}
	var variants []string
	written := trialUnion{choice: c}
	for i, p := range c.parts {
		if e.alike[c][i] {
			e.repeats(c)
			continue
		}
		variant := e.variantType(p, name, e.variantHint(c, p))
		if slices.Contains(variants, variant) {
			e.repeats(c)
			continue
		}
		variants = append(variants, variant)
		written.parts = append(written.parts, i)
		if _, ok := p.(*object); ok {
			e.trials[name] = append(e.trials[name], variant)
		}
	}
	e.unions[name] = written
	return "union: {trial: " + mode + ", variants: [" + strings.Join(variants, ", ") + "], closed: true}"
}

// repeats notes that a choice was left out. That is as the schema has it but
// where exactly one is to fit.
func (e *emitter) repeats(c *choice) {
	if c.exactly {
		e.notes.add(c.at, "repeated-choice", "oneOf has two choices that say the same, so that nothing fits one alone: what fits them is taken")
	}
}

// trialUnion is a union by trial as it was written: parts are the numbers of
// those of the choice that its variants are.
type trialUnion struct {
	choice *choice
	parts  []int
}

// leaveOut has the choice at a column of a union's line not be written again.
func (e *emitter) leaveOut(union string, line string, column int) (changed bool) {
	u := e.unions[union]
	_, before, _ := strings.Cut(line[:min(max(column-1, 0), len(line))], "variants: [")
	n := strings.Count(before, ",")
	if n >= len(u.parts) {
		return false
	}
	if e.alike[u.choice] == nil {
		e.alike[u.choice] = map[int]bool{}
	}
	e.alike[u.choice][u.parts[n]] = true
	return true
}

// variantType writes a variant as a declared type, which has a name.
func (e *emitter) variantType(p part, union, hint string) string {
	if o, ok := p.(*object); ok && (len(o.fields) > 0 || e.isClosed(o)) {
		if name := e.byPart[o]; name != "" {
			return name
		}
		own := hints(o.at, union, hint)
		return e.declareObject(o, append(own[:len(own)-2], variantName(union, hint))...)
	}
	defer func(outer string) { e.within = outer }(e.within)
	e.within = union
	text := e.partType(p, union, hint)
	if !strings.HasPrefix(text, "{") && text != "string" && text != "int" && text != "number" && text != "timestamp" {
		return text
	}
	word := strings.Trim(strings.SplitN(text, ":", 2)[0], "{")
	if have := e.bodies["alias "+union+text]; have != "" {
		return have
	}
	name := e.claim(union + " " + word)
	e.bodies["alias "+union+text] = name
	e.declare(name, nil)("type: " + text)
	return name
}

// teller looks for a member whose text tells all parts of a choice apart.
func (e *emitter) teller(c *choice) (member string, values [][]string) {
	o, ok := c.parts[0].(*object)
	if !ok {
		return "", nil
	}
	for _, f := range o.fields {
		if values := e.variantValues(c, f.name); values != nil {
			return f.name, values
		}
	}
	return "", nil
}

// variantValues returns the texts that a member has in each part, nil if they do not
// tell the parts apart.
func (e *emitter) variantValues(c *choice, name string) [][]string {
	var out [][]string
	all := map[string]bool{}
	for _, p := range c.parts {
		o, ok := p.(*object)
		if !ok {
			return nil
		}
		f := o.field(name)
		if f == nil || !f.required || !isName(name) {
			return nil
		}
		s := e.all(f.values)
		t, ok := s.kinds[textKind].(*texts)
		if !ok || t.enum == nil || *s.only(textKind) != *s {
			return nil
		}
		for _, value := range t.enum {
			if all[value] || !isName(value) {
				return nil
			}
			all[value] = true
		}
		out = append(out, t.enum)
	}
	return out
}
