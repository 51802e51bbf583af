package spec

import (
	"fmt"
	"strings"
)

// dump is the model as a compact text, for goldens.
func dump(api *API) string {
	var d dumper
	d.line("file %s", api.File)
	d.line("provider %s %q %q %s docs %+v notes %q", api.Provider.Name, api.Provider.Title, api.Provider.Version,
		api.Provider.SchemaBase, api.Provider.Docs, api.Provider.Notes)
	d.remarks("", api.Remarks)
	for _, g := range api.Groups {
		d.line("group %q notes %q", g.Name, g.Notes)
	}
	if c := api.Contract; c != nil {
		d.line("contract %v %v %d %v notes %q", c.Success, c.Timeout, c.Retries, c.Within, c.Notes)
	}
	e := api.Envelope
	d.line("envelope action %q payload %q older %q closed %v notes %q", e.Action.Member, e.Payload.Member, e.Payload.OlderNames, e.Closed, e.Notes)
	d.remarks("  ", e.Payload.Remarks)
	if e.Action.Header != "" || e.Payload.Body {
		d.line("  action header %q closed %v, payload is body %v", e.Action.Header, e.Action.Closed, e.Payload.Body)
	}
	if f := e.Form; f != nil {
		d.line("  form %q required %v", f.Member, f.Required)
	}
	if h := e.Handshake; h != nil {
		d.line("  handshake %q is %q, echo %q", h.Member, h.Value, h.Echo)
	}
	if e.Proof != nil {
		d.proof(e.Proof)
	}
	if e.DeliveryID != nil {
		d.line("  delivery_id %s", strings.TrimSpace(fmt.Sprintf("%q %s", e.DeliveryID.Member, e.DeliveryID.Header)))
	}
	d.fields(e.Fields)
	if p := api.Push; p != nil {
		d.line("push action %q payload %q older %q closed %v notes %q", p.Action.Member, p.Payload.Member, p.Payload.OlderNames, p.Closed, p.Notes)
		d.fields(p.Fields)
	}
	for _, a := range api.PushAPIs {
		d.line("push_api %q %q %s", a.ID, a.Title, a.URL)
	}
	for _, t := range api.Types {
		d.line("type %s %s%s", t.Name, dumpDoc(t.Doc), dumpSample(t.Sample))
		d.body(t.Body)
		d.remarks("  ", t.Remarks)
	}
	for _, a := range api.Actions {
		d.action(a)
	}
	return d.String()
}

func (d *dumper) proof(p *Proof) {
	d.line("  proof %s %q", p.Scheme, p.Member)
	if p.Header != "" {
		d.line("    header %q prefix %q id %q hash %q %q pair %q %q signed %+v", p.Header, p.Prefix, p.ID, p.Hash, p.Encoding, p.Pair, p.Separator, p.Signed)
	}
	if p.Timestamp != nil {
		d.line("    timestamp %+v", *p.Timestamp)
	}
}

type dumper struct{ strings.Builder }

func (d *dumper) line(format string, args ...any) {
	d.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
}

func (d *dumper) remarks(indent string, remarks []Remark) {
	for _, r := range remarks {
		d.line("%sremark %q %q %s line %d %q %q", indent, r.Section, r.Field, r.Rule, r.Line, r.Says, r.Taken)
	}
}

func (d *dumper) action(a *Action) {
	group := ""
	if a.Group != nil {
		group = a.Group.Name
	}
	d.line("action %q slug %s group %q %s%s", a.Name, a.Slug, group, dumpDoc(a.Doc), dumpSample(a.Sample))
	for _, p := range a.Push {
		d.line("  push %s %q", p.API.ID, p.Name)
	}
	d.remarks("  ", a.Remarks)
	if !a.Inline {
		d.line("  payload %s", a.Payload.Name)
		return
	}
	d.body(a.Payload.Body)
}

func (d *dumper) body(body Body) {
	switch b := body.(type) {
	case *Object:
		if b.Base != nil {
			d.line("  base %s", b.Base.Name)
		}
		d.line("  object closed %v", b.Closed)
		d.fields(b.Fields)
	case *Enum:
		d.line("  enum closed %v", b.Closed)
		for _, v := range b.Values {
			d.line("    %q %s", v.Value, dumpDoc(v.Doc))
			d.remarks("    ", v.Remarks)
		}
	case *MemberUnion:
		d.line("  union by %q closed %v", b.Member, b.Closed)
		for _, v := range b.Variants {
			d.line("    %q %s", v.Values, v.Decl.Name)
		}
	case *KindUnion:
		d.line("  union of kinds closed %v", b.Closed)
		for _, v := range b.Variants {
			d.line("    %s %s", v.Kind, dumpType(v.Type))
		}
	case *TrialUnion:
		d.line("  union by trial exactly %v closed %v", b.Exactly, b.Closed)
		for _, v := range b.Variants {
			d.line("    %s", dumpType(v.Type))
		}
	case *Wrapped:
		d.line("  shapes %q %s %s", b.Member, dumpType(b.Type), b.GoName)
	case *Alias:
		d.line("  alias %s", dumpType(b.Type))
	}
}

func (d *dumper) fields(fields []*Field) {
	grades := map[Optionality]string{Documented: " documented", Observed: " observed"}
	for _, f := range fields {
		text := fmt.Sprintf("    %q %s%s", f.Name, dumpType(f.Type), grades[f.Optional])
		if f.Nullable {
			text += " nullable"
		}
		if len(f.OlderNames) > 0 {
			text += fmt.Sprintf(" older %q", f.OlderNames)
		}
		if f.Unit+string(f.Sensitive) != "" {
			text += fmt.Sprintf(" unit %q sensitive %q", f.Unit, f.Sensitive)
		}
		d.line("%s %s%s", text, dumpDoc(f.Doc), dumpSample(f.Sample))
		d.remarks("      ", f.Remarks)
	}
}

func dumpDoc(d Doc) string {
	text := ""
	for _, part := range [][2]string{{"notes", d.Notes}, {"since", d.Since}, {"deprecated", d.Deprecated}, {"go_name", d.GoName}} {
		if part[1] != "" {
			text += fmt.Sprintf("%s %q ", part[0], part[1])
		}
	}
	return text
}

func dumpSample(s Sample) string {
	if s == nil {
		return ""
	}
	return "sample " + string(s)
}

func dumpType(t Type) string {
	switch t := t.(type) {
	case *Scalar:
		return string(t.Kind)
	case *Text:
		return fmt.Sprintf("string %d..%d", t.Min, t.Max)
	case *Int:
		return "int" + dumpBound(t.Min) + dumpBound(t.Max)
	case *Number:
		return "number" + dumpBound(t.Min) + dumpBound(t.Max)
	case *Const:
		return fmt.Sprintf("const %T %#v", t.Value, t.Value)
	case *List:
		return fmt.Sprintf("list %d..%d of %s", t.Min, t.Max, dumpType(t.Elem))
	case *Map:
		return "map of " + dumpType(t.Elem)
	case *Nullable:
		return "null or " + dumpType(t.Elem)
	case *Ref:
		return t.Decl.Name
	}
	return fmt.Sprintf("%T", t)
}

func dumpBound[T any](bound *T) string {
	if bound == nil {
		return " _"
	}
	return fmt.Sprintf(" %v", *bound)
}
