package gen_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/webhookgen/webhookgen/gen"
	"github.com/webhookgen/webhookgen/spec"
	"github.com/webhookgen/webhookgen/templates/runtime/schema"
)

// generatedPath is the import path of what the tests generate.
const generatedPath = "example.com/generated"

// generate returns what is generated for a specification, or nil if the
// checker refuses it.
func generate(t testing.TB, src []byte) (*spec.API, []gen.File) {
	t.Helper()
	api, _ := gen.Parse("test.webhooks.yaml", src)
	if api == nil {
		return nil, nil
	}
	files, diags, err := gen.Generate(api, gen.Options{ImportPath: generatedPath})
	if err != nil {
		t.Fatalf("the generator fails for what the checker accepts: %v\n%s", err, src)
	}
	if files == nil {
		t.Fatalf("no files for what the checker accepts, but %v", diags)
	}
	return api, files
}

// lockedImporter lets tests that run at once share what has been imported.
type lockedImporter struct {
	mu   sync.Mutex
	from types.Importer
}

func (i *lockedImporter) Import(path string) (*types.Package, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	return i.from.Import(path)
}

var standardLibrary = &lockedImporter{from: importer.Default()}

// goFiles parses the Go files of the package itself, or of its test kit.
func goFiles(t testing.TB, files []gen.File, kit bool) (*token.FileSet, []*ast.File) {
	t.Helper()
	fset := token.NewFileSet()
	var out []*ast.File
	for _, f := range files {
		folder, _, below := strings.Cut(f.Name, "/")
		if !strings.HasSuffix(f.Name, ".go") || below != kit || below && !strings.HasSuffix(folder, "test") {
			continue
		}
		file, err := parser.ParseFile(fset, f.Name, f.Data, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatalf("not Go: %v", err)
		}
		out = append(out, file)
	}
	return fset, out
}

// typeCheck fails unless the files are a Go package over the standard library,
// and a test kit over that package.
func typeCheck(t testing.TB, files []gen.File) {
	t.Helper()
	pkg := typeCheckPart(t, files, false, standardLibrary)
	typeCheckPart(t, files, true, importerOf{pkg})
}

func typeCheckPart(t testing.TB, files []gen.File, kit bool, from types.Importer) *types.Package {
	t.Helper()
	fset, parsed := goFiles(t, files, kit)
	var errs []error
	config := types.Config{Importer: from, Error: func(err error) { errs = append(errs, err) }}
	pkg, _ := config.Check(generatedPath, fset, parsed, nil)
	for _, err := range errs {
		t.Errorf("does not type-check: %v", err)
	}
	return pkg
}

// importerOf imports one generated package and the standard library.
type importerOf struct{ pkg *types.Package }

func (i importerOf) Import(path string) (*types.Package, error) {
	if path == generatedPath {
		return i.pkg, nil
	}
	return standardLibrary.Import(path)
}

// compileSchemas fails unless every schema compiles.
func compileSchemas(t testing.TB, api *spec.API, files []gen.File) {
	t.Helper()
	folder := fstest.MapFS{}
	for _, f := range files {
		if name, ok := strings.CutPrefix(f.Name, "schema/"); ok {
			folder[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	v := schema.New(folder)
	compiles := func(what string, err error) {
		if _, invalid := err.(*schema.ValidationError); err != nil && !invalid {
			t.Errorf("the schema of %s does not compile: %v", what, err)
		}
	}
	compiles("deliveries", v.ValidateDelivery([]byte("{}")))
	if api.Push != nil {
		compiles("pushes", v.ValidatePush([]byte("{}")))
	}
	for _, a := range api.Actions {
		compiles(a.Name, v.Validate(a.Name, []byte("{}")))
	}
}
