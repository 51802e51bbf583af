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
