package gen_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/webhookgen/webhookgen/"

// homes says which packages may import a third-party package. What cmd uses
// for flags, colour, diffs and progress is cmd's own matter.
var homes = map[string][]string{
	"github.com/dave/jennifer/jen": {"gen/golang"},
	// spec reads YAML, and spec/edit changes its text in place.
	"gopkg.in/yaml.v3":                       {"spec", "spec/edit"},
	"github.com/yuin/goldmark":               {"gen/docs/page"},
	"github.com/yuin/goldmark/ast":           {"gen/docs/page"},
	"github.com/yuin/goldmark/extension":     {"gen/docs/page"},
	"github.com/yuin/goldmark/extension/ast": {"gen/docs/page"},
	"github.com/yuin/goldmark/parser":        {"gen/docs/page"},
	"github.com/yuin/goldmark/text":          {"gen/docs/page"},
	"github.com/yuin/goldmark/util":          {"gen/docs/page"},
	// The generated packages have asked for the validator.
	"github.com/santhosh-tekuri/jsonschema/v5": {"templates/runtime/schema", "generated/*/schema"},
}

// generatedSchema tells the packages that stand for generated/*/schema.
var generatedSchema = regexp.MustCompile(`^generated/.+/schema$`)

// mayImport says which packages of the project a package may import: those
// before it on the way from a specification to output.
var mayImport = map[string][]string{
	"spec":                       {},
	"templates":                  {},
	"templates/scaffold":         {},
	"templates/runtime":          {},
	"templates/runtime/schema":   {"templates/runtime"},
	"templates/runtime/kit":      {"templates/runtime"},
	"gen/plan":                   {"spec"},
	"gen/kit":                    {"spec", "gen/plan"},
	"gen/golang":                 {"spec", "gen/plan", "gen/kit", "templates"},
	"gen/schema":                 {"spec", "templates"},
	"gen/reference":              {"spec", "templates"},
	"gen":                        {"spec", "templates", "gen/plan", "gen/golang", "gen/schema", "gen/reference"},
	"generated/github":           {},
	"generated/livechat":         {},
	"generated/livechat/v36":     {},
	"generated/slack":            {},
	"generated/standardwebhooks": {},
	"spec/edit":                  {},
	"gen/jsonschema":             {"spec", "gen/plan", "gen/docs/write"},
	"gen/docs/page":              {"spec"},
	"gen/docs/sample":            {},
	"gen/docs/infer":             {"spec", "gen/docs/page", "gen/docs/sample"},
	"gen/docs/write":             {"spec", "gen/plan", "gen/docs/infer"},
	"gen/docs/drift":             {"spec", "gen/docs/infer"},
	"gen/docs/update":            {"spec", "spec/edit", "gen/plan", "gen/docs/infer", "gen/docs/write", "gen/docs/drift"},

	"generated/github/githubtest":                     {"generated/github"},
	"generated/livechat/livechattest":                 {"generated/livechat"},
	"generated/slack/slacktest":                       {"generated/slack"},
	"generated/standardwebhooks/standardwebhookstest": {"generated/standardwebhooks"},
	"generated/examples/service":                      {"generated/livechat"},
	"generated/examples/slack":                        {"generated/slack"},
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	command := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	command.Dir = ".."
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var list []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
}

// TestDependencies holds that dependencies point one way, that each
// third-party package has one home, and that generated packages need the
// standard library alone.
func TestDependencies(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		allowed, ruled := mayImport[name]
		seen[name] = true
		for _, path := range p.Imports {
			own, inProject := strings.CutPrefix(path, module)
			switch {
			case inProject:
				if ruled && !slices.Contains(allowed, own) {
					t.Errorf("%s imports %s, which is not before it", name, own)
				}
			case homes[path] != nil:
				home := generatedSchema.ReplaceAllString(name, "generated/*/schema")
				if !slices.Contains(homes[path], home) {
					t.Errorf("%s imports %s, whose home is %v", name, path, homes[path])
				}
			case strings.Contains(strings.Split(path, "/")[0], "."):
				if !strings.HasPrefix(name, "cmd/") {
					t.Errorf("%s imports %s: only cmd has libraries of its own", name, path)
				}
			}
		}
	}
	for name := range mayImport {
		if !seen[name] {
			t.Errorf("there is no package %s", name)
		}
	}
}
