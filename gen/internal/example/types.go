package example

import "github.com/webhookgen/webhookgen/spec"

// types are the declared types in order, and by name for references.
type types struct{ list []*spec.TypeDecl }

func (t *types) add(name string, body spec.Body, doc spec.Doc) *spec.TypeDecl {
	d := &spec.TypeDecl{Name: name, Body: body, Doc: doc}
	t.list = append(t.list, d)
	return d
}

func (t *types) get(name string) *spec.TypeDecl {
	for _, d := range t.list {
		if d.Name == name {
			return d
		}
	}
	panic("example: no type " + name)
}

func (t *types) ref(name string) *spec.Ref { return &spec.Ref{Decl: t.get(name)} }

func declarations() *types {
	t := &types{}
	shop(t)
	persons(t)
	values(t)
	return t
}

func shop(t *types) {
	t.add("State", &spec.Enum{Closed: true, Values: []*spec.EnumValue{
		{Value: "paid"}, {Value: "sent", Doc: spec.Doc{Notes: "On its way.", Since: "1.1"}},
	}}, spec.Doc{Notes: "How far an order is."})
	t.add("Line", &spec.Object{Closed: true, Fields: []*spec.Field{
		{Name: "sku", Type: str()},
		{Name: "count", Type: &spec.Int{Min: ptr(int64(1))}},
	}}, spec.Doc{})
	t.add("Order", &spec.Object{Fields: []*spec.Field{
		{Name: "id", Type: str()},
		{Name: "total", Type: &spec.Number{Min: ptr(0.0)}, Unit: "EUR"},
		{Name: "lines", Type: &spec.List{Elem: t.ref("Line"), Min: 1, Max: 100}},
		{Name: "state", Type: t.ref("State"), Optional: spec.Observed, Doc: spec.Doc{Since: "1.1"}},
		{Name: "gift", Type: &spec.Scalar{Kind: spec.Bool}, Optional: spec.Documented, Nullable: true, Doc: spec.Doc{Deprecated: "Nobody gives."}},
	}}, spec.Doc{Notes: "What was bought."})
}

func persons(t *types) {
	kind := func(value string) *spec.Field { return &spec.Field{Name: "type", Type: &spec.Const{Value: value}} }
	staff := t.add("Staff", &spec.Object{Fields: []*spec.Field{kind("staff"), {Name: "desk", Type: &spec.Int{}}}}, spec.Doc{})
	bot := t.add("Machine", &spec.Object{Fields: []*spec.Field{
		{Name: "type", Type: str()},
	}}, spec.Doc{Notes: "No person at all."})
	guest := t.add("Guest", nil, spec.Doc{})
	guest.Body = &spec.Object{Fields: []*spec.Field{
		kind("guest"),
		{Name: "friends", Type: &spec.List{Elem: &spec.Ref{Decl: guest}, Max: -1}, Optional: spec.Documented},
	}}
	t.add("Person", &spec.MemberUnion{Member: "type", Variants: []*spec.MemberVariant{
		{Decl: staff, Values: []string{"staff"}},
		{Decl: bot, Values: []string{"bot", "robot"}},
		{Decl: guest, Values: []string{"guest"}},
	}}, spec.Doc{})
}

func values(t *types) {
	t.add("Scalar", &spec.KindUnion{Closed: true, Variants: []*spec.KindVariant{
		{Kind: spec.KindString, Type: str()},
		{Kind: spec.KindNumber, Type: &spec.Int{}},
		{Kind: spec.KindBool, Type: &spec.Scalar{Kind: spec.Bool}},
	}}, spec.Doc{})
	t.add("Attribute", &spec.Wrapped{Member: "value", Type: t.ref("Scalar")}, spec.Doc{Notes: "Wrapped until 1.1."})
	t.add("Attributes", &spec.Alias{Type: &spec.Map{Elem: t.ref("Attribute")}}, spec.Doc{})
	t.add("Scope", &spec.Enum{Values: []*spec.EnumValue{{Value: "shop"}, {Value: "all"}}}, spec.Doc{})
	t.add("SettingBody", &spec.Object{Fields: []*spec.Field{
		{Name: "scope", Type: t.ref("Scope")},
		{Name: "value", Type: &spec.Scalar{Kind: spec.Any}},
	}}, spec.Doc{})
	t.add("Setting", &spec.Wrapped{Member: "setting", Type: t.ref("SettingBody")}, spec.Doc{})
}

func str() spec.Type { return &spec.Scalar{Kind: spec.String} }

func ptr[T any](v T) *T { return &v }
