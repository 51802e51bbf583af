package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen"
	"github.com/webhookgen/webhookgen/gen/schema"
	"github.com/webhookgen/webhookgen/spec"
)

// asCommand, in the environment, makes the test binary the command itself.
const asCommand = "WEBHOOKGEN_TEST_AS_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		os.Exit(commandForTest(os.Stdin, os.Stdout, os.Stderr, os.Getenv).run(context.Background(), os.Args[1:]))
	}
	os.Exit(m.Run())
}

// shop is a small specification.
const shop = `webhookgen: 1
provider: {name: shop, title: The shop, version: "1"}
groups: [{name: orders}]
envelope:
  action: {member: action}
  payload: {member: payload}
  proof: {scheme: body_secret, member: secret_key}
  fields:
    secret_key: {type: string, sensitive: secret}
push:
  action: {member: action}
  payload: {member: payload}
push_apis:
  socket: {title: Socket, url: "https://example.com"}
  stream: {title: Stream, url: "https://example.com"}
types:
  Customer:
    fields:
      id: string
actions:
  order_placed:
    group: orders
    push: [socket, {api: stream, name: order_made}]
    fields:
      id: string
      total: {type: {number: {min: 0}}, optional: true}
      count: {type: {int: {min: 0, max: 9}}, nullable: true}
      customers: {list: Customer}
      tags: {type: {map: {nullable: string}}, optional: observed, remarks: [{rule: missing, says: It is there., taken: It can be missing.}]}
      kind: {type: {const: order}}
  order_gone:
    fields:
      id: string
`

// fakeGenerate stands in for the generator: a Go file for the package and one
// for each action, beside the real schemas. What the command does with files
// does not depend on what is in them.
func fakeGenerate(api *spec.API, opts gen.Options) ([]gen.File, spec.Diagnostics, error) {
	files := []gen.File{{Name: "delivery.go", Data: []byte("package " + opts.Package + "\n")}}
	if opts.SchemaValidator {
		files = append(files, gen.File{Name: "schema/validator.go", Data: []byte("package schema\n")})
	}
	for _, a := range api.Actions {
		text := fmt.Sprintf("package %s\n\n// %s\n", opts.Package, a.Notes)
		files = append(files, gen.File{Name: a.Slug + ".go", Data: []byte(text)})
	}
	schemas, err := schema.Files(api)
	for _, f := range schemas {
		files = append(files, gen.File{Name: f.Name, Data: f.Data})
	}
	return files, nil, err
}

func commandForTest(in *os.File, out, errs *os.File, env func(string) string) *program {
	p := newProgram(in, out, errs, env)
	p.library.generate = fakeGenerate
	return p
}

// result is what a run has to show for itself.
type result struct {
	status         int
	stdout, stderr string
}

// invoke runs the command in the working folder.
func invoke(args ...string) result { return invokeWith("", nil, args...) }

func invokeWith(stdin string, env map[string]string, args ...string) result {
	var out, errs bytes.Buffer
	p := newProgram(strings.NewReader(stdin), &out, &errs, func(name string) string { return env[name] })
	p.library.generate = fakeGenerate
	status := p.run(context.Background(), args)
	return result{status, out.String(), errs.String()}
}

// want checks status and parts of what was written. A part that begins with
// "!" must not be there.
func (r result) want(t *testing.T, status int, parts ...string) {
	t.Helper()
	all := r.stdout + r.stderr
	if r.status != status {
		t.Errorf("exit status %d, want %d\n%s", r.status, status, all)
	}
	for _, part := range parts {
		if banned, ok := strings.CutPrefix(part, "!"); ok {
			if strings.Contains(all, banned) {
				t.Errorf("output holds %q:\n%s", banned, all)
			}
		} else if !strings.Contains(all, part) {
			t.Errorf("output lacks %q:\n%s", part, all)
		}
	}
}

// inShop starts the test in a new folder that holds the specification.
func inShop(t *testing.T, pairs ...string) string {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	put(t, append([]string{"shop.webhooks.yaml", shop}, pairs...)...)
	return dir
}

// put writes files in the working folder.
func put(t *testing.T, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if err := os.MkdirAll(filepath.Dir(pairs[i]), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(pairs[i], []byte(pairs[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
