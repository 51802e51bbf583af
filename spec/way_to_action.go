package spec

import "strings"

// wayToAction looks for the field that tells an action.
type wayToAction struct {
	*reader
	path   []string
	needed bool                   // the field must be there; all on the way to it must be
	fits   func(t Type) string    // says why a field of the type cannot tell the action, or ""
	seen   map[*TypeDecl]struct{} // unions on the way
}

// from goes on from a value of type t, which level members of the path lead
// to. It returns the last field, and why the action cannot be told.
func (w *wayToAction) from(t Type, level int) (*Field, string) {
	if level == len(w.path) {
		return nil, w.fits(t)
	}
	switch body := w.bodyOf(t).(type) {
	case *Object:
		return w.through(body, level)
	case *MemberUnion:
		for _, v := range body.Variants {
			if f, problem := w.from(&Ref{Decl: v.Decl}, level); problem != "" {
				return f, problem
			}
		}
	case *TrialUnion:
		return w.trial(w.behind(t).(*Ref).Decl, body, level)
	case *Wrapped:
		return nil, "has two shapes where " + quote(strings.Join(w.path[:level+1], ".")) + " is looked for"
	default:
		if _, unknown := w.behind(t).(*Ref); w.behind(t) != nil && !(unknown && body == nil) {
			return nil, "has no object where the member " + quote(strings.Join(w.path[:level+1], ".")) + " is looked for"
		}
	}
	return nil, ""
}

func (w *wayToAction) trial(d *TypeDecl, u *TrialUnion, level int) (*Field, string) {
	if _, again := w.seen[d]; again {
		return nil, ""
	}
	if w.seen == nil {
		w.seen = map[*TypeDecl]struct{}{}
	}
	w.seen[d] = struct{}{}
	for _, v := range u.Variants {
		if f, problem := w.from(v.Type, level); problem != "" {
			return f, problem
		}
	}
	return nil, ""
}

// through goes on from an object.
func (w *wayToAction) through(object *Object, level int) (*Field, string) {
	name := w.path[level]
	f := w.index(object).byName[name]
	shown := quote(strings.Join(w.path[:level+1], "."))
	last := level == len(w.path)-1
	switch {
	case f == nil:
		return nil, "lacks the member " + shown
	case f.Type == nil:
		return nil, ""
	case len(f.OlderNames) > 0:
		return f, "has older names for the member " + shown
	case (w.needed || !last) && f.Optional != Required, f.Nullable:
		return f, "need not have the member " + shown
	}
	at, problem := w.from(f.Type, level+1)
	if at == nil {
		at = f
	}
	return at, problem
}
