package plan

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const runtimeFolder = "../../templates/runtime"

// runtimeNames returns the names that the runtime declares in its package, and
// those of the generator, which stand in its stub.
func runtimeNames(t *testing.T) []string {
	t.Helper()
	files, err := os.ReadDir(runtimeFolder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), runtimeFolder+"/"+f.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			names = append(names, declared(decl)...)
		}
	}
	return names
}

// declared returns the names that a declaration adds to its package.
func declared(decl ast.Decl) []string {
	switch d := decl.(type) {
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
				for _, n := range s.Names {
					names = append(names, n.Name)
				}
			}
		}
		return names
	}
	return nil
}

func TestReservedNames(t *testing.T) {
	want := slices.DeleteFunc(runtimeNames(t), func(name string) bool { return !ast.IsExported(name) })
	slices.Sort(want)
	want = slices.Compact(want) // files that exclude each other declare the same
	if got := slices.Sorted(slices.Values(reservedNames)); !slices.Equal(got, want) {
		t.Errorf("reserved\n%q\nand the runtime and the generator have\n%q", got, want)
	}
}

// generatedName is the form of the unexported names that gen/golang derives
// from those of types: see its file snip.go.
var generatedName = regexp.MustCompile(`^(infoOf|valuesOf|decode|encode|validate)[A-Z0-9]`)

// The unexported names of types and those of the runtime must not meet.
func TestRuntimeLeavesNamesToTypes(t *testing.T) {
	for _, name := range runtimeNames(t) {
		if generatedName.MatchString(name) {
			t.Errorf("the runtime has %s, which a type could be the reason for too", name)
		}
	}
}

// suffixes end the names of types' files, which gen/golang chooses.
var suffixes = []string{"object", "enum", "union", "shapes", "alias"}

// A type whose file would be one of the runtime's has its name reserved.
func TestRuntimeSlugs(t *testing.T) {
	files, err := os.ReadDir(runtimeFolder)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, f := range files {
		for _, suffix := range suffixes {
			if slug, ok := strings.CutSuffix("runtime_"+f.Name(), "_"+suffix+".go"); ok && !slices.Contains(want, slug) {
				want = append(want, slug)
			}
		}
	}
	if !slices.Equal(runtimeSlugs, want) {
		t.Errorf("reserved are %q, the runtime needs %q", runtimeSlugs, want)
	}
}

func TestSnake(t *testing.T) {
	long := strings.Repeat("Ab", 100)
	for name, want := range map[string]string{
		"ChatID": "chat_id", "URLs": "urls", "A": "a", "X509Cert": "x509_cert",
		long: strings.ToLower(long), // with underscores no file system takes it
	} {
		if got := snake(name); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func TestIsPackageName(t *testing.T) {
	for _, name := range []string{"livechat", "a1", "json", "string", "error", "any", "init"} {
		if !IsPackageName(name) {
			t.Errorf("%q is refused", name)
		}
	}
	for _, name := range []string{"", "_", "_a", "1a", "A", "a-b", "ä", "func", "type", "main", "documentation", "vendor", "../x"} {
		if IsPackageName(name) {
			t.Errorf("%q is accepted", name)
		}
	}
}
