package infer

import (
	"regexp"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/page"
)

// A list of fields has an item for each: its name in code, what is stated of
// it in brackets or before a colon, and notes.

// item is an item of a list of fields.
type item struct {
	name     string
	optional Stated
	kind     *Shape
	notes    page.Inline
}

// fieldList reads the list that begins with the first of the blocks, if most of
// its items are about fields: those of the sample, or with a type.
func (r *reader) fieldList(s *section, blocks []*page.Block) {
	var items []item
	total := 0
	for _, b := range blocks {
		if !b.Item {
			break
		}
		total++
		if it, ok := itemOf(b.Inline); ok && (it.kind != nil || it.optional != Unstated || deref(s.action.Payload, strings.Split(it.name, ".")) != nil) {
			items = append(items, it)
		}
	}
	if len(items)*2 <= total {
		return
	}
	if s.action.Payload == nil {
		s.action.Payload = &Shape{Kind: Object, Span: blocks[0].Span}
	}
	for _, it := range items {
		if f := r.field(s, it.name, it.notes.Span); f != nil {
			r.state(s, f, it.notes.Span, it.optional, it.kind)
			f.note(it.notes)
		}
	}
}

var statement = regexp.MustCompile(`^\s*(?:\(([^()]*)\)|\[([^\[\]]*)\]|[-–—:]?\s*([\w\[\]<>| ]+?)\s*(?:[:,;.–—]|$))`)

// itemOf reads an item that begins with a name in code.
func itemOf(in page.Inline) (item, bool) {
	if len(in.Parts) == 0 || !in.Parts[0].Code || !memberName.MatchString(in.Parts[0].Text) || len(in.Parts[0].Text) > maxName {
		return item{}, false
	}
	it := item{name: in.Parts[0].Text, notes: in}
	rest := ""
	for _, p := range in.Parts[1:] {
		rest += p.Text
	}
	m := statement.FindStringSubmatch(rest)
	if m == nil {
		return it, true
	}
	for _, word := range strings.FieldsFunc(m[1]+m[2]+m[3], func(c rune) bool { return c == ',' || c == ';' }) {
		if stated := optionalWord(word); stated != Unstated {
			it.optional = stated
		} else if kind := kindOf(word); kind != nil {
			it.kind = kind
		}
	}
	return it, true
}
