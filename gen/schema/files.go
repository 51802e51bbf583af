package schema

import (
	"fmt"

	"github.com/webhookgen/webhookgen/spec"
)

// File is one file of the schema folder.
type File struct {
	Name string // slash-separated, relative to the output folder
	Data []byte
}

// The names of the files that every specification has, relative to the
// schema folder.
const (
	definitionsFile = "definitions.schema.json"
	deliveryFile    = "delivery.schema.json"
	pushFile        = "push.schema.json"
	bundleFile      = "bundle.schema.json"
	indexFile       = "index.json"
)

// folder is where the files lie in the output folder.
const folder = "schema/"

// Files returns the schemas of api and their index, in a fixed order. The
// error names a construct that no schema is written for, such as a union by
// trial; the checker refuses these, so it is a fault of the caller.
func Files(api *spec.API) ([]File, error) {
	if err := served(api); err != nil {
		return nil, err
	}
	base, err := baseOf(api.Provider)
	if err != nil {
		return nil, err
	}
	g := &generator{api: api, base: base}
	g.add(definitionsFile, g.definitions())
	for _, a := range api.Actions {
		g.add(actionFile(a), g.action(a))
	}
	g.add(deliveryFile, g.delivery())
	if api.Push != nil {
		g.add(pushFile, g.push())
	}
	g.add(bundleFile, g.bundle())
	g.add(indexFile, g.index())
	return g.files, g.err
}

// generator collects the files and the first error.
type generator struct {
	api   *spec.API
	base  string
	files []File
	err   error
}

func (g *generator) add(name string, doc object) {
	data, err := pretty(doc)
	if err != nil && g.err == nil {
		g.err = fmt.Errorf("schema: %s: %w", name, err)
	}
	g.files = append(g.files, File{Name: folder + name, Data: data})
}

// head opens a schema file.
func (g *generator) head(name, title string) object {
	return object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", g.base + name},
		{"title", title},
	}
}
