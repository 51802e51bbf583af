package infer

// mergeAll is what the values of one place have in common, nil if there are
// none. It merges halves, so that many values of many members stay cheap.
func mergeAll(list []*Shape) *Shape {
	switch len(list) {
	case 0:
		return nil
	case 1:
		return list[0]
	}
	half := len(list) / 2
	return merge(mergeAll(list[:half]), mergeAll(list[half:]))
}

// merge is what two values of one place have in common.
func merge(a, b *Shape) *Shape {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	a.Nullable = a.Nullable || b.Nullable
	switch {
	case a.Kind == b.Kind:
	case b.Kind == Null:
		return a
	case a.Kind == Null:
		b.Nullable = true
		return b
	case a.Kind == Int && b.Kind == Number:
		a.Kind = Number
	case a.Kind == Number && b.Kind == Int:
	case a.Kind == Named && (b.Kind == Object || b.Kind == Map):
		return b
	case b.Kind == Named && (a.Kind == Object || a.Kind == Map):
		return a
	default:
		return &Shape{Kind: Open, Nullable: a.Nullable, Span: a.Span}
	}
	a.Timestamp = a.Timestamp && b.Timestamp
	a.Partial = a.Partial || b.Partial
	a.Elem = merge(a.Elem, b.Elem)
	if a.Kind == Object {
		mergeFields(a, b)
	}
	return a
}

// mergeFields unites the members of two objects of one place. What one of
// them lacks can be missing.
func mergeFields(a, b *Shape) {
	for _, f := range a.Fields {
		other := b.Field(f.Name)
		if other == nil {
			f.Some = true
			continue
		}
		f.Shape = merge(f.Shape, other.Shape)
		f.Some, f.Part = f.Some || other.Some, f.Part || other.Part
		if f.Optional == Unstated {
			f.Optional = other.Optional
		}
	}
	for _, f := range b.Fields {
		if a.Field(f.Name) == nil {
			f.Some = true
			a.Fields = append(a.Fields, f)
		}
	}
}
