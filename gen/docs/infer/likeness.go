package infer

import (
	"cmp"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/sample"
	"github.com/webhookgen/webhookgen/spec"
)

// spot is a field of an action.
type spot struct {
	section *section
	path    string
	shape   *Shape
	at      spec.Span
}

// each calls visit for all fields below a shape.
func each(s *section, prefix string, shape *Shape, visit func(spot)) {
	for shape != nil && (shape.Kind == List || shape.Kind == Map) {
		shape = shape.Elem
	}
	if shape == nil {
		return
	}
	for _, f := range shape.Fields {
		path := f.Name
		if prefix != "" {
			path = prefix + "." + f.Name
		}
		visit(spot{s, path, f.Shape, f.Span})
		each(s, path, f.Shape, visit)
	}
}

// sameFields compares the fields of one name: those whose values have maps
// here and lists there, and values that are wrapped here and bare there.
func (r *reader) sameFields() {
	byName := map[string][]spot{}
	for _, s := range r.list {
		each(s, "", s.action.Payload, func(sp spot) {
			name := sp.path[strings.LastIndexByte(sp.path, '.')+1:]
			byName[name] = append(byName[name], sp)
		})
	}
	var names []string
	for name := range byName {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		r.twoShapes(name, byName[name])
		r.bareValues(byName[name])
	}
}

// leaf says what stands at the ends of an object: its form, apart from names.
func leaf(s *Shape) string {
	if s.Kind != Object {
		return ""
	}
	for _, f := range s.Fields {
		switch f.Shape.Kind {
		case List:
			return "lists"
		case Object:
			return "objects"
		}
	}
	return ""
}

func (r *reader) twoShapes(name string, spots []spot) {
	first := map[string]spot{}
	for _, sp := range spots {
		if form := leaf(sp.shape); form != "" {
			if _, seen := first[form]; !seen {
				first[form] = sp
			}
		}
	}
	lists, objects := first["lists"], first["objects"]
	if lists.section == nil || objects.section == nil {
		return
	}
	// Each action is said to be one of the two, so that a remark on either holds.
	for _, sp := range spots {
		if form := leaf(sp.shape); form != "" {
			f := r.warn(sp.section, "two-shapes", sp.path, inner(sp.shape), "%q holds %s here", clip(name), form)
			other := lists
			if form == "lists" {
				other = objects
			}
			f.Related = []spec.Related{{Span: inner(other.shape), Message: "and the other form here"}}
		}
	}
}

// inner is the place of the first member that leaf looks at.
func inner(s *Shape) spec.Span {
	for _, f := range s.Fields {
		if f.Shape.Kind == Object && len(f.Shape.Fields) > 0 {
			return f.Shape.Fields[0].Span
		}
		if f.Shape.Kind == List || f.Shape.Kind == Object {
			return f.Span
		}
	}
	return s.Span
}

// bareValues reports bare values below a field whose values elsewhere are
// objects with one and the same member.
func (r *reader) bareValues(spots []spot) {
	wrappers := map[string]int{}
	var bare []spot
	for _, sp := range spots {
		if sp.shape.Kind != Object {
			continue
		}
		for _, namespace := range sp.shape.Fields {
			if namespace.Shape.Kind != Object {
				continue
			}
			for _, f := range namespace.Shape.Fields {
				switch f.Shape.Kind {
				case Object:
					if len(f.Shape.Fields) == 1 {
						wrappers[f.Shape.Fields[0].Name]++
					}
				case String, Int, Number, Bool:
					bare = append(bare, spot{sp.section, sp.path + "." + namespace.Name + "." + f.Name, f.Shape, f.Span})
				}
			}
		}
	}
	wrapper := most(wrappers)
	if wrappers[wrapper] < 2 || len(bare) >= wrappers[wrapper] {
		return
	}
	for _, sp := range bare {
		r.warn(sp.section, "bare-value", sp.path, sp.at, "a bare value, where others are objects with the member %q", clip(wrapper))
	}
}

// oddNames reports a member that occurs once, in an object that lacks one that
// its likes have.
func (r *reader) oddNames() {
	byPath := map[string][]spot{}
	for _, s := range r.list {
		each(s, "", s.action.Payload, func(sp spot) {
			if strings.Contains(sp.path, ".") {
				byPath[sp.path] = append(byPath[sp.path], sp)
			}
		})
	}
	var paths []string
	for path := range byPath {
		paths = append(paths, path)
	}
	slices.SortFunc(paths, func(a, b string) int { return cmp.Compare(a, b) })
	for _, path := range paths {
		r.oddName(byPath[path])
	}
}

func (r *reader) oddName(spots []spot) {
	count := map[string]int{}
	for _, sp := range spots {
		for _, name := range memberNames(sp) {
			count[name]++
		}
	}
	for _, sp := range spots {
		if sp.shape.Kind != Object || len(sp.shape.Fields) < 2 {
			continue
		}
		have := memberNames(sp)
		var lacks []string
		for name, n := range count {
			if n >= 3 && !slices.Contains(have, name) {
				lacks = append(lacks, name)
			}
		}
		shared := slices.ContainsFunc(have, func(name string) bool { return count[name] >= 3 })
		for _, f := range sp.shape.Fields {
			if count[f.Name] == 1 && len(lacks) == 1 && shared {
				r.warn(sp.section, "odd-name", sp.path+"."+f.Name, f.Span, "%q stands here alone, where others have %q", clip(f.Name), clip(lacks[0]))
			}
		}
	}
}

// memberNames are the names of the members of an object, or those that a list
// of texts holds.
func memberNames(sp spot) []string {
	var names []string
	for _, f := range sp.shape.Fields {
		names = append(names, f.Name)
	}
	if sp.shape.Kind == List {
		names = append(names, listedNames(sp)...)
	}
	return names
}

// listedNames are the texts of the list at the place of sp in the first sample.
func listedNames(sp spot) []string {
	if len(sp.section.samples) == 0 || sp.section.samples[0].whole {
		return nil
	}
	v := sp.section.samples[0].value
	for _, name := range strings.Split(sp.path, ".") {
		m := v.Member(name)
		if m == nil {
			return nil
		}
		v = m.Value
	}
	var names []string
	for _, item := range v.Items {
		if item.Kind == sample.String {
			names = append(names, item.Text)
		}
	}
	return names
}
