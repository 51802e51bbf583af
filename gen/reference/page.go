package reference

import (
	"fmt"

	"github.com/webhookgen/webhookgen/spec"
)

// page is the whole reference, as the template lays it out.
type page struct {
	Source   markdown
	Title    markdown
	Notes    []markdown
	Read     markdown // where and when the provider's page was read
	Contract *section
	Envelope envelope
	Push     *envelope
	PushAPIs []markdown
	Chapters []chapter
	Types    []declared
	Remarks  []remark
}

// section is some lines and prose.
type section struct {
	Lines, Notes []markdown
}

// declared is a type of the specification.
type declared struct {
	Name   markdown
	Anchor string
	Link   markdown
	Notes  []markdown
	Body   body
	Sample string
}

func pageOf(api *spec.API) (*page, error) {
	p := &page{
		Source:   inline(api.File),
		Title:    inline(title(api.Provider) + " webhooks, version " + api.Provider.Version),
		Notes:    prose(api.Provider.Notes),
		Read:     readFrom(api.Provider.Docs),
		Envelope: deliveryEnvelope(api.Envelope),
		Push:     pushEnvelope(api.Push),
		Remarks:  remarks(api.Remarks),
	}
	if api.Contract != nil {
		p.Contract = &section{Lines: contract(api.Contract), Notes: prose(api.Contract.Notes)}
	}
	for _, a := range api.PushAPIs {
		p.PushAPIs = append(p.PushAPIs, pushAPI(a))
	}
	var err error
	if p.Chapters, err = chapters(api); err != nil {
		return nil, err
	}
	p.Types, err = declarations(api.Types)
	return p, err
}

func title(p spec.Provider) string {
	if p.Title != "" {
		return p.Title
	}
	return p.Name
}

func readFrom(d spec.Docs) markdown {
	if d.URL == "" {
		return ""
	}
	out := "Transcribed from " + linkOut("the provider's page", d.URL)
	if d.Revision != "" {
		out += ", revision " + inline(d.Revision)
	}
	if d.Read != "" {
		out += ", read " + inline(d.Read)
	}
	return out + "."
}

func pushAPI(a *spec.PushAPI) markdown {
	label := inline(pushTitle(a))
	if a.URL == "" {
		return label
	}
	return linkOut(label, a.URL)
}

func declarations(decls []*spec.TypeDecl) ([]declared, error) {
	var out []declared
	for _, d := range decls {
		b, err := bodyOf(d.Body)
		if err != nil {
			return nil, fmt.Errorf("reference: type %s: %w", d.Name, err)
		}
		sample, err := indented(d.Sample)
		if err != nil {
			return nil, fmt.Errorf("reference: type %s: %w", d.Name, err)
		}
		b.Remarks = append(remarks(d.Remarks), b.Remarks...)
		out = append(out, declared{
			Name:   code(d.Name),
			Anchor: typeAnchor(d.Name),
			Link:   declName(d),
			Notes:  docNotes(d.Doc),
			Body:   b,
			Sample: sample,
		})
	}
	return out, nil
}
