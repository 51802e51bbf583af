package schema_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/webhookgen/webhookgen/gen/schema"
	"github.com/webhookgen/webhookgen/spec"
	validator "github.com/webhookgen/webhookgen/templates/runtime/schema"
)

// folderOf returns the schema folder of api as the validator reads it.
func folderOf(t *testing.T, api *spec.API) fs.FS {
	t.Helper()
	files, err := schema.Files(api)
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for _, f := range files {
		name, ok := strings.CutPrefix(f.Name, "schema/")
		if !ok {
			t.Fatalf("%s is outside the schema folder", f.Name)
		}
		folder[name] = &fstest.MapFile{Data: f.Data}
	}
	return folder
}

func validatorOf(t *testing.T, api *spec.API) *validator.Validator {
	t.Helper()
	return validator.New(folderOf(t, api))
}

// pointers returns the places of the violations in err, each once.
func pointers(t *testing.T, err error) []string {
	t.Helper()
	if err == nil {
		return nil
	}
	var found *validator.ValidationError
	if !errors.As(err, &found) {
		t.Fatalf("not a validation error: %v", err)
	}
	var out []string
	for _, v := range found.Violations {
		out = append(out, v.Pointer)
	}
	return slices.Compact(out)
}

// bare returns the least API around one action "act" with this payload.
func bare(payload spec.Body, types ...*spec.TypeDecl) *spec.API {
	return &spec.API{
		Provider: spec.Provider{Name: "p", Version: "1", SchemaBase: "https://example.com/p/"},
		Envelope: &spec.Envelope{
			Action:  spec.Place{Member: "action"},
			Payload: spec.PayloadPlace{Member: "payload"},
		},
		Types: types,
		Actions: []*spec.Action{{
			Name: "act", Slug: "act", Inline: true,
			Payload: &spec.TypeDecl{Name: "act", Body: payload},
		}},
	}
}

// object returns an open object of fields.
func object(fields ...*spec.Field) *spec.Object { return &spec.Object{Fields: fields} }

func field(name string, t spec.Type) *spec.Field { return &spec.Field{Name: name, Type: t} }

func optional(name string, t spec.Type) *spec.Field {
	return &spec.Field{Name: name, Type: t, Optional: spec.Documented}
}

func decl(name string, body spec.Body) *spec.TypeDecl {
	return &spec.TypeDecl{Name: name, Body: body}
}

func ref(d *spec.TypeDecl) spec.Type { return &spec.Ref{Decl: d} }

func nullable(t spec.Type) spec.Type { return &spec.Nullable{Elem: t} }

func ptr[T any](v T) *T { return &v }

var (
	text     = &spec.Scalar{Kind: spec.String}
	boolean  = &spec.Scalar{Kind: spec.Bool}
	stamp    = &spec.Scalar{Kind: spec.Timestamp}
	anything = &spec.Scalar{Kind: spec.Any}
	whole    = &spec.Int{}
	decimal  = &spec.Number{}
)
