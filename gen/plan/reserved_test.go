package plan

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"testing"

	"github.com/webhookgen/webhookgen/templates"
)

// runtimeNames returns the package-level names of the runtime.
func runtimeNames(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, source := range templates.Runtime(true) {
		file, err := parser.ParseFile(token.NewFileSet(), source.Name, source.Data, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			names = append(names, declared(d)...)
		}
	}
	return names
}

func declared(d ast.Decl) []string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			return []string{d.Name.Name}
		}
	case *ast.GenDecl:
		var names []string
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				names = append(names, s.Name.Name)
			case *ast.ValueSpec:
				for _, name := range s.Names {
					names = append(names, name.Name)
				}
			}
		}
		return names
	}
	return nil
}

// generatedNames are the reserved names that are not the runtime's.
var generatedNames = []string{"Delivery", "Handlers", "Push"}

func TestReservedNames(t *testing.T) {
	want := slices.Clone(generatedNames)
	for _, name := range runtimeNames(t) {
		if ast.IsExported(name) {
			want = append(want, name)
		}
	}
	slices.Sort(want)
	if !slices.Equal(reservedNames, want) {
		t.Errorf("reserved are\n%q, and the runtime has\n%q", reservedNames, want)
	}
}

// What the generator names after a type must not be a name of the runtime.
func TestNamesAfterTypes(t *testing.T) {
	afterType := regexp.MustCompile("^(infoOf|valuesOf|decode|encode|validate)[A-Z]")
	for _, name := range runtimeNames(t) {
		if afterType.MatchString(name) {
			t.Errorf("a type could lead to the name %s, which the runtime has", name)
		}
	}
}
