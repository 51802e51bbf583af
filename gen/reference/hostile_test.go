package reference

import (
	"regexp"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen/internal/example"
	"github.com/webhookgen/webhookgen/spec"
)

const hostile = "# x\n\n| a | b |\n|---|---|\n```\n<script>alert(1)</script>--><b> [y](javascript:z) ![](w)\n1. - > \u2028`"

// Text of a specification cannot change the structure of the page: with
// hostile text everywhere it has the lines that it has with a word.
func TestHostileText(t *testing.T) {
	for name, envelope := range map[string]func(e *spec.Envelope, text string){
		"a member": func(e *spec.Envelope, text string) { e.Action.Member = strings.ReplaceAll(text, ".", "") },
		"a path":   func(e *spec.Envelope, text string) { e.Action.Member = text + "." + text },
		"both": func(e *spec.Envelope, text string) {
			e.Action.Header, e.Action.Closed, e.Payload = text, true, spec.PayloadPlace{Body: true, Notes: e.Payload.Notes}
			e.DeliveryID = &spec.Place{Header: text}
			e.Form = &spec.Form{Member: text}
			e.Handshake = &spec.Handshake{Member: text, Value: text, Echo: text}
		},
	} {
		t.Run(name, func(t *testing.T) { compareText(t, render(t, "word", envelope), render(t, hostile, envelope)) })
	}
}

func compareText(t *testing.T, plain, wild []string) {
	if len(plain) != len(wild) {
		t.Fatalf("%d lines with a word, %d with hostile text", len(plain), len(wild))
	}
	for i := range plain {
		if a, b := shape(plain[i]), shape(wild[i]); a != b {
			t.Errorf("line %d: %s became %s: %s", i+1, a, b, wild[i])
		}
	}
}

func render(t *testing.T, text string, envelope func(*spec.Envelope, string)) []string {
	t.Helper()
	api := spoiled(text)
	envelope(api.Envelope, text)
	out, err := Markdown(api)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(out), "\n")
}

// spoiled puts text wherever a specification can have text of its own. It is
// one paragraph, for how many there are is the text's to say.
func spoiled(text string) *spec.API {
	api := example.API()
	notes := strings.ReplaceAll(text, "\n\n", "\n")
	doc := spec.Doc{Notes: notes, Since: text, Deprecated: text, Remarks: []spec.Remark{{Section: text, Field: text, Rule: text, Says: text, Taken: text}}}
	api.File = text
	api.Provider = spec.Provider{Name: text, Title: text, Version: text, Notes: notes, Docs: spec.Docs{URL: text, Revision: text, Read: text}}
	api.Remarks = doc.Remarks
	for _, g := range api.Groups {
		g.Name, g.Notes = text, notes
	}
	for _, p := range api.PushAPIs {
		p.ID, p.Title, p.URL = text, text, text
	}
	api.Contract.Notes, api.Envelope.Notes, api.Push.Notes = notes, notes, notes
	api.Envelope.Action = spec.Place{Member: text, Notes: notes}
	api.Envelope.Payload = spec.PayloadPlace{Member: text, OlderNames: []string{text}, Notes: notes, Remarks: doc.Remarks}
	api.Envelope.Proof.Member = text
	spoilFields(api.Envelope.Fields, text, doc)
	for _, a := range api.Actions {
		a.Name, a.Doc = text, doc
		for i := range a.Push {
			a.Push[i].Name = text
		}
		if o, ok := a.Payload.Body.(*spec.Object); ok {
			spoilFields(o.Fields, text, doc)
		}
	}
	for _, d := range api.Types {
		d.Doc = doc
		spoilBody(d.Body, text, doc)
	}
	return api
}

func spoilBody(body spec.Body, text string, doc spec.Doc) {
	switch b := body.(type) {
	case *spec.Object:
		spoilFields(b.Fields, text, doc)
	case *spec.Enum:
		for _, v := range b.Values {
			v.Value, v.Doc = text, doc
		}
	case *spec.MemberUnion:
		b.Member = text
		for _, v := range b.Variants {
			v.Values = []string{text, text}
		}
	case *spec.Wrapped:
		b.Member = text
	}
}

func spoilFields(fields []*spec.Field, text string, doc spec.Doc) {
	for _, f := range fields {
		f.Name, f.Unit, f.OlderNames, f.Doc = text, text, []string{text}, doc
		if c, ok := f.Type.(*spec.Const); ok {
			c.Value = text
		}
	}
}

var (
	tags  = regexp.MustCompile(`</?[A-Za-z!][^>]*>`)
	links = regexp.MustCompile(`[^\\]\]\([^)]*\)`)
)

// shape says what a line is to Markdown: how it begins, how many cells it has,
// which tags and links.
func shape(line string) string {
	begin := regexp.MustCompile("^(#+ |- |  - |\\||```|[0-9]+[.)] |>|=|---|<!--)?").FindString(line)
	cells := strings.Repeat("|", strings.Count(line, "|"))
	line = strings.ReplaceAll(strings.ReplaceAll(line, "<code>", "`"), "</code>", "`")
	marks := strings.Repeat("`", strings.Count(line, "`")) + strings.Repeat("<", strings.Count(line, "<"))
	var inner []string
	for _, tag := range tags.FindAllString(line, -1) {
		if strings.HasPrefix(tag, "<!--") {
			tag = tag[:4]
		}
		inner = append(inner, tag)
	}
	return strings.Join([]string{begin, cells, marks, strings.Join(inner, ""), targets(line)}, " ")
}

// targets are where the links of a line lead; a bracket behind a backslash
// closes none.
func targets(line string) string {
	var out strings.Builder
	for _, link := range links.FindAllString(line, -1) {
		out.WriteString(link[1:])
	}
	return out.String()
}

func TestNotServed(t *testing.T) {
	tests := map[string]func(*spec.API){
		"sample":      func(api *spec.API) { api.Actions[0].Sample = spec.Sample("{") },
		"type sample": func(api *spec.API) { api.Types[0].Sample = spec.Sample("{") },
		"no envelope": func(api *spec.API) { api.Envelope = nil },
	}
	for name, spoil := range tests {
		api := example.API()
		spoil(api)
		if _, err := Markdown(api); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
