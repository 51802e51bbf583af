package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/pagetest"
	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/spec"
)

const repository = "../.."

// command runs one command line and returns what it writes and its status.
func runDocs(t *testing.T, args ...string) (out, errs string, status int) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	p := newProgram(strings.NewReader(""), &stdout, &stderr, func(string) string { return "" })
	status = p.run(t.Context(), args)
	return stdout.String(), stderr.String(), status
}

func writeText(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

const hookPage = "# Hooks\n\n## `a_done`\n\n|  |  |\n|--|--|\n| Action | `a_done` |\n\n```js\n{\"id\": 1, \"name\": \"x\"}\n```\n"

func TestImportDriftUpdate(t *testing.T) {
	dir := t.TempDir()
	page, file := filepath.Join(dir, "page.md"), filepath.Join(dir, "hooks"+specSuffix)
	writeText(t, page, hookPage)
	if _, errs, status := runDocs(t, "import", "docs", page, "-o", file); status != statusFine {
		t.Fatalf("import: %d %s", status, errs)
	}
	if _, _, status := runDocs(t, "import", "docs", page, "-o", file); status != statusFault {
		t.Errorf("import over a specification: status %d", status)
	}
	if out, _, status := runDocs(t, "check", file); status != statusFine {
		t.Errorf("check: %d %s", status, out)
	}
	if out, _, status := runDocs(t, "drift", page, "-spec", file); status != statusFine {
		t.Errorf("drift of the same page: %d %s", status, out)
	}
	writeText(t, page, strings.Replace(hookPage, `"x"`, `"x", "at": 1.5`, 1))
	out, _, status := runDocs(t, "drift", page, "-spec", file, "-format", "json")
	var found []jsonFinding
	if err := json.Unmarshal([]byte(out), &found); err != nil || status != statusFindings || len(found) != 1 ||
		found[0].Kind != "field-added" || found[0].Page.Line != 10 || found[0].Spec == nil {
		t.Errorf("drift: %d %v %s", status, err, out)
	}
	before, _ := os.ReadFile(file)
	if out, _, status := runDocs(t, "update", page, "-spec", file, "-dry-run"); status != statusFine || !strings.Contains(out, "+      at: number") {
		t.Errorf("dry run: %d %s", status, out)
	}
	if after, _ := os.ReadFile(file); string(after) != string(before) {
		t.Error("the dry run writes")
	}
	if _, errs, status := runDocs(t, "update", page, "-spec", file); status != statusFine {
		t.Errorf("update: %d %s", status, errs)
	}
	if out, _, status := runDocs(t, "drift", page, "-spec", file); status != statusFine {
		t.Errorf("drift after update: %d %s", status, out)
	}
}

// A page is someone else's text: whatever it holds, nothing is half written,
// and nothing but the named file and the page beside it is written at all.
func TestBadPagesWriteNothing(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "binary": "\x00\x01\x02", "not UTF-8": "# \xff", "50 MB": strings.Repeat("x", 50<<20), "no action": "# Title\n",
		"twice": hookPage + hookPage[8:], "cut fence": hookPage[:len(hookPage)-4], "cut table": hookPage + "\n| a | b |\n|--|--|\n| `id` | x",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			page, file := filepath.Join(dir, "page.md"), filepath.Join(dir, "hooks"+specSuffix)
			writeText(t, page, text)
			_, errs, status := runDocs(t, "import", "docs", page, "-o", file)
			if status != statusFindings || !strings.Contains(errs, page+":") {
				t.Errorf("status %d, %s", status, errs)
			}
			if entries, _ := os.ReadDir(dir); len(entries) != 1 {
				t.Errorf("files were written: %v", entries)
			}
			writeText(t, file, "webhookgen: 1\nprovider: {name: x, version: \"1\"}\nenvelope: {action: {member: a}, payload: {member: p}}\nactions: {b: {fields: {}}}\n")
			before, _ := os.ReadFile(file)
			for _, command := range []string{"drift", "update"} {
				if _, _, status := runDocs(t, command, page, "-spec", file); status != statusFindings {
					t.Errorf("%s: status %d", command, status)
				}
			}
			if after, _ := os.ReadFile(file); !bytes.Equal(before, after) {
				t.Error("the specification changed")
			}
		})
	}
}

func TestHostilePage(t *testing.T) {
	page := strings.NewReplacer("`a_done`\n\n|", "`a_done`\n\nEnd */ }\n\tfunc init() {} `x` \"\n  evil: true # &a *a !!t %d\n\n|",
		`"name": "x"`, "\"na: me\\n- x\": \"*/ }\", \"true\": 1, \"../../etc\": 2, \"type\": [\"\\u2028\"], \"id_\": 1, \"é\": null").Replace(hookPage)
	says, found := infer.Page([]byte(page))
	if says == nil {
		t.Fatal(found)
	}
	text, _, err := write.Spec(says, write.Options{Provider: "hooks", Page: "x\n- y.md"})
	if err != nil {
		t.Fatal(err)
	}
	api, problems := spec.Parse("spec.yaml", text)
	if api == nil {
		t.Fatal(problems)
	}
	if len(api.Actions) != 1 || len(api.Types) > 1 {
		t.Errorf("the page became structure: %s", text)
	}
	if _, problems, err := gen.Generate(api, gen.Options{}); err != nil || problems.HasErrors() {
		t.Errorf("no code: %v %v", err, problems)
	}
}

// The package generated from an imported page, untouched, accepts the page's
// samples, repaired.
func TestImportedPackageAcceptsTheSamples(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles generated packages")
	}
	for _, name := range []string{"2019-08-02b.md", "v3.6.mdx"} {
		says, found := infer.Page(pagetest.Read(t, repository, name))
		if says == nil {
			t.Fatal(found)
		}
		dir := t.TempDir()
		file := filepath.Join(dir, "livechat"+specSuffix)
		text, _, err := write.Spec(says, write.Options{Provider: "livechat", Page: name})
		if err != nil {
			t.Fatal(err)
		}
		writeText(t, file, string(text))
		if out, errs, status := runDocs(t, "generate", "-spec", file, "-out", filepath.Join(dir, "livechat")); status != statusFine {
			t.Fatalf("generate: %d %s %s", status, out, errs)
		}
		var samples strings.Builder
		for _, a := range says.Actions {
			samples.WriteString("{\"action\": \"" + a.Name + "\", \"webhook_id\": \"1\", \"secret_key\": \"s\", \"organization_id\": \"o\", \"payload\": " + string(a.Sample) + "}\n")
		}
		writeText(t, filepath.Join(dir, "samples.ndjson"), samples.String())
		writeText(t, filepath.Join(dir, "go.mod"), "module example.com/samples\n\ngo 1.24\n")
		writeText(t, filepath.Join(dir, "main.go"), `package main

import (
	"bufio"
	"fmt"
	"os"

	"example.com/samples/livechat"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	n := 0
	for lines.Scan() {
		if d, err := livechat.Parse(lines.Bytes()); err != nil {
			fmt.Println(err, lines.Text())
		} else if _, unknown := d.Payload.(*livechat.UnknownPayload); !unknown {
			n++
		}
	}
	fmt.Println(n)
}
`)
		command := exec.Command("go", "run", ".")
		command.Dir = dir
		command.Stdin = strings.NewReader(samples.String())
		out, err := command.CombinedOutput()
		if want := map[string]string{"2019-08-02b.md": "23", "v3.6.mdx": "38"}[name]; err != nil || strings.TrimSpace(string(out)) != want {
			t.Errorf("%s: %v, %s, want %s", name, err, out, want)
		}
	}
}

// The recipe for CI over the real revisions, from a local file server.
func TestFollowDocs(t *testing.T) {
	for _, tool := range []string{"bash", "curl", "git"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is absent", tool)
		}
	}
	if testing.Short() {
		t.Skip("it builds the command")
	}
	dir, binary := t.TempDir(), filepath.Join(t.TempDir(), "webhookgen")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var page []byte
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if page == nil {
			http.Error(w, "no page", http.StatusNotFound)
			return
		}
		w.Write(page)
	}))
	defer server.Close()
	script, err := filepath.Abs(filepath.Join(repository, ".ci", "follow-docs"))
	if err != nil {
		t.Fatal(err)
	}
	in := func(name string, args ...string) (string, int) {
		command := exec.Command(name, args...)
		command.Dir = dir
		command.Env = append(os.Environ(), "WEBHOOKGEN="+binary, "TEST=go vet ./...", "GIT_AUTHOR_NAME=w", "GIT_AUTHOR_EMAIL=w@example.org",
			"GIT_COMMITTER_NAME=w", "GIT_COMMITTER_EMAIL=w@example.org")
		out, _ := command.CombinedOutput()
		return string(out), command.ProcessState.ExitCode()
	}
	writeText(t, filepath.Join(dir, "go.mod"), "module example.com/follow\n\ngo 1.24\n")
	first := filepath.Join(dir, "first.md")
	writeText(t, first, string(pagetest.Read(t, repository, "2019-08-02b.md")))
	file := "livechat" + specSuffix
	for _, step := range [][]string{{binary, "import", "docs", "first.md", "-o", file}, {binary, "generate"}, {"git", "init", "-q"}, {"git", "add", "-A"}, {"git", "commit", "-qm", "First"}} {
		if out, status := in(step[0], step[1:]...); status != 0 {
			t.Fatalf("%v: %s", step, out)
		}
	}
	if out, status := in(script, server.URL+"/page.md", file); status != 2 {
		t.Errorf("without a page: %d %s", status, out)
	}
	for _, step := range []struct{ page, text string }{
		{"2019-08-09.md", ""}, {"2019-08-20.md", "incoming\\_multicast"}, {"2019-10-21.md", "events\\_marked\\_as\\_seen"}, {"v3.1.mdx", "envelope"},
		{"v3.6.mdx", "action-renamed"}, {"v3.7.mdx", ""},
	} {
		page = pagetest.Read(t, repository, step.page)
		before, _ := in("git", "rev-parse", "HEAD")
		if out, status := in(script, server.URL+"/page.md", file); status != 0 {
			t.Fatalf("%s: %d %s", step.page, status, out)
		}
		after, _ := in("git", "log", "-1", "--format=%H %B")
		if changed := !strings.HasPrefix(after, strings.TrimSpace(before)); changed != (step.text != "") || !strings.Contains(after, step.text) {
			t.Errorf("%s: a change was opened: %t, with the text\n%s", step.page, changed, after)
		}
		if out, _ := in("git", "status", "--porcelain"); out != "" {
			t.Errorf("%s: left: %s", step.page, out)
		}
	}
	page = []byte("# cut\n\n```js\n{")
	if out, status := in(script, server.URL+"/page.md", file); status != 2 {
		t.Errorf("a page that is cut off: %d %s", status, out)
	}
}
