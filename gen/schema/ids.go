package schema

import (
	"fmt"
	"net/url"
	"regexp"

	"github.com/webhookgen/webhookgen/spec"
)

// baseOf returns what every $id begins with. It must be in the form that
// resolving a reference leaves it in, for validators compare ids as texts.
func baseOf(p spec.Provider) (string, error) {
	u, err := url.Parse(p.SchemaBase)
	if err != nil {
		return "", fmt.Errorf("schema: schema_base: %w", err)
	}
	if !u.IsAbs() || u.Opaque != "" || u.ResolveReference(&url.URL{Path: "./"}).String() != p.SchemaBase {
		return "", fmt.Errorf("schema: schema_base %q is not a plain absolute URL that ends in a slash", p.SchemaBase)
	}
	return p.SchemaBase, nil
}

// reserved are names that no file can have on Windows, whatever its ending,
// and that embedding refuses for that reason.
var reserved = regexp.MustCompile(`^(con|prn|aux|nul|(com|lpt)[0-9])$`)

// actionFile names the file of an action. No slug ends in an underscore, so
// that none is the name of another's file.
func actionFile(a *spec.Action) string {
	name := a.Slug
	if reserved.MatchString(name) {
		name += "_"
	}
	return "actions/" + name + ".schema.json"
}

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
