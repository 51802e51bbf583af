package golang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/templates"
)

// runtimeFiles returns the runtime as files of the package p, and the
// package's own doc.
func runtimeFiles(p *plan.Package, opts Options) ([]File, error) {
	doc, err := packageDoc(p)
	if err != nil {
		return nil, err
	}
	f := features(p)
	f.Borrow = opts.Borrow
	files := []File{{Name: "doc.go", Data: doc}}
	for _, source := range templates.Runtime(f) {
		files = append(files, File{Name: "runtime_" + source.Name, Data: Repackage(source, p.Name, p.API.File)})
	}
	return files, nil
}

// features says what the package p needs of the runtime.
func features(p *plan.Package) templates.Features {
	e := p.API.Envelope
	return templates.Features{
		Push: p.Push != nil, Header: e.NeedsHeader(), ID: plan.IDHeader(e) != "",
		Route: p.Route != nil, Form: e.Form != nil, Handshake: e.Handshake != nil,
		Trial: slices.ContainsFunc(p.Types, isTrial), Scalars: slices.ContainsFunc(p.Types, hasScalars),
		Proof: proofParts(e.Proof),
	}
}

func isTrial(d *plan.Decl) bool {
	_, ok := d.Body.(*plan.TrialUnion)
	return ok
}

func hasScalars(d *plan.Decl) bool {
	u, ok := d.Body.(*plan.KindUnion)
	return ok && isScalarUnion(u)
}

// Repackage returns source as a generated file of another package.
func Repackage(source templates.Source, name, specFile string) []byte {
	_, rest, _ := strings.Cut(string(source.Data), "package runtime\n")
	return []byte("// " + Header(specFile) + "\n\npackage " + name + "\n" + rest)
}

func packageDoc(p *plan.Package) ([]byte, error) {
	title := p.API.Provider.Title
	parses := "[Parse] turns the body of a request into"
	if p.API.Envelope.NeedsHeader() {
		parses = "[Parse] turns the header and body of a request into"
	}
	proves := ""
	if p.API.Envelope.Proof != nil {
		proves = "[Verify] proves the sender, [Receiver] does all of it in order. "
	}
	text := fmt.Sprintf("Package %s decodes, validates and dispatches the webhooks of %s, API version %s.\n\n", p.Name, title, p.API.Provider.Version) +
		parses + " a [Delivery] or an error, [Handlers] takes the delivery to a function for its action. " + proves +
		"Text in a result shares one copy of the body.\n\n" + p.API.Provider.Notes
	if url := p.API.Provider.Docs.URL; url != "" {
		text += "\n\nSource: " + url
		if read := p.API.Provider.Docs.Read; read != "" {
			text += " (read " + read + ")"
		}
	}
	var b strings.Builder
	b.WriteString("// " + Header(p.API.File) + "\n\n")
	for _, line := range commentLines(text) {
		b.WriteString(strings.TrimRight("// "+line, " ") + "\n")
	}
	b.WriteString("package " + p.Name + "\n")
	return formatted("doc.go", []byte(b.String()))
}
