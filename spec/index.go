package spec

// objectIndex finds the fields of an object, bases included.
type objectIndex struct {
	byName   map[string]*Field
	byOlder  map[string]*Field
	required []*Field
}

// index is the index of o, built once.
func (r *reader) index(o *Object) *objectIndex {
	if x := r.indexes[o]; x != nil {
		return x
	}
	x := &objectIndex{byName: map[string]*Field{}, byOlder: map[string]*Field{}}
	for _, f := range o.Fields {
		x.byName[f.Name] = f
		for _, name := range f.OlderNames {
			x.byOlder[name] = f
		}
		if f.Optional == Required {
			x.required = append(x.required, f)
		}
	}
	r.indexes[o] = x
	return x
}

// member returns the field that has or had the name.
func (x *objectIndex) member(name string) *Field {
	if f := x.byName[name]; f != nil {
		return f
	}
	return x.byOlder[name]
}

// has says whether e lists value. A file can hold many of both, so the values
// are looked up in a set that is built once.
func (r *reader) has(e *Enum, value string) bool {
	set := r.values[e]
	if set == nil {
		set = make(map[string]bool, len(e.Values))
		for _, v := range e.Values {
			set[v.Value] = true
		}
		r.values[e] = set
	}
	return set[value]
}

// variant returns the type that value in the member of u stands for, or nil.
func (r *reader) variant(u *MemberUnion, value string) *TypeDecl {
	byValue := r.variants[u]
	if byValue == nil {
		byValue = map[string]*TypeDecl{}
		for _, v := range u.Variants {
			for _, value := range v.Values {
				byValue[value] = v.Decl
			}
		}
		r.variants[u] = byValue
	}
	return byValue[value]
}
