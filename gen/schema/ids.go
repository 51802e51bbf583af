package schema

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/webhookgen/webhookgen/spec"
)

// defaultBase can never be fetched (RFC 6761): an $id names a schema and
// says nothing about where it lies.
const defaultBase = "https://schemas.webhookgen.invalid/"

// baseOf returns what every $id begins with, in the form that resolving a
// reference leaves it in: validators compare ids as texts.
func baseOf(p spec.Provider) (string, error) {
	base := p.SchemaBase
	if base == "" {
		base = defaultBase + url.PathEscape(p.Name) + "/" + url.PathEscape(p.Version) + "/"
	}
	u, err := url.Parse(base)
	if err != nil {
		return "", fmt.Errorf("schema: schema_base: %w", err)
	}
	if !u.IsAbs() || u.Opaque != "" || u.RawQuery != "" || u.Fragment != "" || !strings.HasSuffix(u.Path, "/") {
		return "", fmt.Errorf("schema: schema_base %q is not an absolute URL that ends in a slash", base)
	}
	return u.ResolveReference(&url.URL{Path: "./"}).String(), nil
}

func actionFile(a *spec.Action) string { return "actions/" + a.Slug + ".schema.json" }

// refs says how the schemas of one file point at what others share.
type refs struct {
	types   string                    // what stands before the name of a type
	payload func(*spec.Action) string // the payload of an action
}

// refsFrom returns the references of a file that lies under up, such as "../".
func refsFrom(up string) refs {
	return refs{
		types:   up + definitionsFile + "#/$defs/",
		payload: func(a *spec.Action) string { return up + actionFile(a) },
	}
}

// The names in the bundle: a type has no dot in its name, so nothing collides.
func bundledAction(a *spec.Action) string { return "action." + a.Slug }

const bundledPush = "envelope.push"

// refsWithin returns the references of a file that holds everything itself.
func refsWithin() refs {
	const defs = "#/$defs/"
	return refs{types: defs, payload: func(a *spec.Action) string { return defs + bundledAction(a) }}
}

func (r refs) decl(d *spec.TypeDecl) object { return object{{"$ref", r.types + d.Name}} }
