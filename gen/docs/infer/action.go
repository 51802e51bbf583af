package infer

import (
	"github.com/webhookgen/webhookgen/gen/docs/page"
	"github.com/webhookgen/webhookgen/gen/docs/sample"
)

// actions reads what each section says of its action.
func (r *reader) actions() {
	r.pushRow()
	for _, s := range r.list {
		a := s.action
		r.describe(s)
		for _, sh := range s.samples {
			v := r.payloadOf(sh)
			a.Payload = merge(a.Payload, sh.payload(v))
			if a.Sample == nil && len(s.samples) > 0 {
				a.Sample = v.JSON()
			}
		}
		if a.Payload == nil {
			r.warn(s, "no-sample", "", s.heading.Span, "action %q has no sample: its fields are not known", clip(s.name)).Help = "add its fields by hand"
		}
		r.tables(s)
		r.readPushes(s)
		r.says.Actions = append(r.says.Actions, a)
	}
}

// describe takes the paragraphs before the first table, fence or heading as
// notes, and the links of the section.
func (r *reader) describe(s *section) {
	for i, b := range s.blocks {
		if b.Kind != page.Paragraph {
			break
		}
		if i+1 < len(s.blocks) && s.blocks[i+1].Kind == page.Fence {
			break // a caption
		}
		if _, field := itemOf(b.Inline); b.Item && field {
			break
		}
		if s.action.Notes != "" {
			s.action.Notes += " "
		}
		s.action.Notes = prose(s.action.Notes + b.Inline.Text())
	}
	for _, b := range s.blocks {
		if b.Kind == page.Paragraph {
			s.action.Links = append(s.action.Links, b.Inline.Links()...)
		}
	}
}

// deref returns the value that a path of names leads to in a shape.
func deref(s *Shape, path []string) *Field {
	var f *Field
	for _, name := range path {
		if f != nil {
			s = f.Shape
			for s != nil && (s.Kind == List || s.Kind == Map) {
				s = s.Elem
			}
		}
		if s == nil {
			return nil
		}
		if f = s.Field(name); f == nil {
			return nil
		}
	}
	return f
}

// issueIn says in which member of the payload an issue of a sample lies.
func issueIn(v *sample.Value, offset int) string {
	path := ""
	for v != nil && v.Kind == sample.Object {
		var in *sample.Member
		for _, m := range v.Members {
			if m.Offset <= offset {
				in = m
			}
		}
		if in == nil {
			break
		}
		if path != "" {
			path += "."
		}
		path += in.Name
		v = in.Value
	}
	return path
}
