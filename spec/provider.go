package spec

import "regexp"

var (
	providerName = regexp.MustCompile(`^[a-z][a-z0-9]*$`)
	dateForm     = regexp.MustCompile(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`)
	linkForm     = regexp.MustCompile("^https?://[^\\s\"<>\\\\^`{|}]+$")
	baseForm     = regexp.MustCompile(`^https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?$`)
	notInPath    = regexp.MustCompile(`[^A-Za-z0-9_-]+`)
)

const linkHelp = "it must be a web address, such as https://example.com/webhooks"

func (r *reader) provider(n *node, at Span) Provider {
	m := r.mapping(n, "provider", "name", "title", "version", "docs", "schema_base", "notes")
	m.need("name")
	p := Provider{
		Name:    m.pattern("name", "bad-name", providerName, "it must be lower-case letters and digits, a letter first, such as livechat"),
		Title:   m.text("title"),
		Version: m.needText("version"),
		Docs:    r.docs(m.get("docs")),
		SchemaBase: m.pattern("schema_base", "bad-url", baseForm,
			"it must be a web address of letters, digits and ._~- without query or fragment, such as https://example.com/schemas/"),
		Notes: m.text("notes"),
		Span:  at,
	}
	if p.Title == "" {
		p.Title = p.Name
	}
	switch base := &p.SchemaBase; {
	case *base == "":
		*base = "https://webhookgen.invalid/" + p.Name + "/v" + notInPath.ReplaceAllString(p.Version, "-") + "/"
	case (*base)[len(*base)-1] != '/':
		*base += "/"
	}
	return p
}

func (r *reader) docs(n *node) Docs {
	m := r.mapping(n, "docs", "url", "revision", "read")
	return Docs{
		URL:      m.pattern("url", "bad-url", linkForm, linkHelp),
		Revision: m.text("revision"),
		Read:     m.pattern("read", "bad-date", dateForm, "it must be a date, such as 2026-11-22"),
	}
}
