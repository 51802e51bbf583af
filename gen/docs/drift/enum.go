package drift

import (
	"fmt"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/spec"
)

// enum compares the values that the page lists with those of the type.
func (c *comparer) enum(w where, f *infer.Field, known *spec.Field) {
	decl := enumOf(known.Type)
	if f.Shape.Kind != infer.String && f.Shape.Kind != infer.Open {
		return
	}
	finding := Finding{PageAt: f.Span, SpecAt: known.TypeSpan, PageField: f, SpecField: known, SpecType: known.Type}
	switch {
	case decl == nil && len(f.Enum) > 0:
		if s, ok := known.Type.(*spec.Scalar); ok && s.Kind == spec.String {
			finding.Kind, finding.Message = EnumAdded, fmt.Sprintf("%q has the values %s", w.path, valueList(f.Enum))
			finding.Value, finding.PageAt = valueList(f.Enum), f.Enum[0].Span
			c.add(w, finding)
		}
	case decl != nil && len(f.Enum) == 0:
		if e := decl.Body.(*spec.Enum); e.Closed && len(decl.Remarks) == 0 {
			finding.Kind, finding.Message = EnumRemoved, fmt.Sprintf("the page lists no values for %q any more", w.path)
			finding.Owner = decl
			c.add(w, finding)
		}
	case decl != nil:
		c.values(w, f, decl, finding)
	}
}

func (c *comparer) values(w where, f *infer.Field, decl *spec.TypeDecl, finding Finding) {
	onPage := map[string]bool{}
	known := map[string]bool{}
	finding.Owner = decl
	for _, v := range decl.Body.(*spec.Enum).Values {
		known[v.Value] = true
	}
	for _, v := range f.Enum {
		onPage[v.Text] = true
		if !known[v.Text] {
			finding.Kind, finding.Value, finding.PageAt, finding.SpecAt = ValueAdded, v.Text, v.Span, decl.Span
			finding.Message = fmt.Sprintf("%q can be %q", w.path, v.Text)
			c.add(w, finding)
		}
	}
	for _, v := range decl.Body.(*spec.Enum).Values {
		if !onPage[v.Value] && len(v.Remarks) == 0 && v.Since == "" && v.Deprecated == "" {
			finding.Kind, finding.Value, finding.PageAt, finding.SpecAt = ValueRemoved, v.Value, f.Span, v.Span
			finding.Message = fmt.Sprintf("%q cannot be %q any more", w.path, v.Value)
			c.add(w, finding)
		}
	}
}

func valueList(values []infer.Value) string {
	var out []string
	for _, v := range values {
		out = append(out, fmt.Sprintf("%q", v.Text))
	}
	return strings.Join(out, ", ")
}

// enumOf is the declaration of the enum that a type is, nil if it is none.
func enumOf(t spec.Type) *spec.TypeDecl {
	for range 100 {
		ref, ok := t.(*spec.Ref)
		if !ok {
			return nil
		}
		switch b := ref.Decl.Body.(type) {
		case *spec.Enum:
			return ref.Decl
		case *spec.Alias:
			t = b.Type
		default:
			return nil
		}
	}
	return nil
}
