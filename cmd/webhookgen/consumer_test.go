package main

import (
	"bufio"
	"bytes"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestConsumer goes the way of a consumer, by the steps that init prints: a
// new module with webhookgen as its tool, go generate, a program that receives
// over HTTP, a change of the specification, go generate again.
func TestConsumer(t *testing.T) {
	if testing.Short() {
		t.Skip("builds several programs")
	}
	c := newConsumer(t)
	c.followSteps()
	c.run("go", "generate", "generate.go")
	c.run("go", "vet", "./...")
	c.wantNoDependencies()
	c.receives([]exchange{
		{"sample", `{"action": "order_placed", "secret_key": "change-me", "payload": {"order_id": "1001", "total": 12.5, "currency": "EUR", "customer": {"id": "c-7"}}}`, 200, "order 1001 placed: 12.5 EUR"},
		{"no function", `{"action": "order_cancelled", "secret_key": "change-me", "payload": {"order_id": "1001"}}`, 200, ""},
		{"unknown action", `{"action": "order_returned", "secret_key": "change-me", "payload": {}}`, 200, `unknown action "order_returned"`},
		{"wrong secret", `{"action": "order_cancelled", "secret_key": "guess", "payload": {}}`, 401, "unproved"},
		{"invalid payload", `{"action": "order_placed", "secret_key": "change-me", "payload": {"order_id": "1001"}}`, 422, "total"},
		{"no JSON", `{"action": `, 400, "malformed"},
	})

	// An action goes, a field becomes optional.
	spec := read(t, "shop.webhooks.yaml")
	spec, _, found := strings.Cut(spec, "  order_cancelled:")
	if !found || !strings.Contains(spec, "total: number") {
		t.Fatalf("the scaffold has changed:\n%s", spec)
	}
	put(t, "shop.webhooks.yaml", replaced(spec, "total: number", "total: {type: number, optional: true}"))
	cancelled, err := filepath.Glob("shop/order_cancelled*.go")
	if err != nil || len(cancelled) == 0 {
		t.Fatalf("no file for order_cancelled: %v", err)
	}
	put(t, "types_test.go", "package main\n\nimport \"example.com/shop-receiver/shop\"\n\nvar _ *float64 = shop.OrderPlaced{}.Total\n")
	if out, err := c.command("go", "vet", ".").CombinedOutput(); err == nil || !strings.Contains(string(out), "*float64") {
		t.Errorf("total is optional too early: %v\n%s", err, out)
	}
	c.run("go", "generate", "generate.go")
	c.run("go", "vet", "./...")
	for _, name := range cancelled {
		if exists(name) {
			t.Errorf("%s is stale and still there", name)
		}
	}
	c.receives([]exchange{
		{"without total", `{"action": "order_placed", "secret_key": "change-me", "payload": {"order_id": "1002", "currency": "EUR", "customer": {"id": "c-7"}}}`, 200, "order 1002 placed"},
		{"now unknown", `{"action": "order_cancelled", "secret_key": "change-me", "payload": {}}`, 200, `unknown action "order_cancelled"`},
	})
	c.wantNoDependencies()
}

// consumer is a project made by init; the test stands in its folder.
type consumer struct {
	t     *testing.T
	steps []string
}

func newConsumer(t *testing.T) *consumer {
	t.Helper()
	t.Chdir(t.TempDir())
	var out, errs bytes.Buffer
	p := newProgram(nil, &out, &errs, os.Getenv)
	if status := p.run(t.Context(), []string{"init", "shop"}); status != 0 {
		t.Fatalf("init: exit status %d\n%s", status, errs.String())
	}
	_, next, found := strings.Cut(out.String(), "Next:\n\n")
	if !found {
		t.Fatalf("init prints no steps:\n%s", out.String())
	}
	t.Chdir("shop")
	return &consumer{t: t, steps: strings.Split(strings.TrimSpace(next), "\n")}
}

// followSteps runs what init says to run, up to the program itself.
func (c *consumer) followSteps() {
	c.t.Helper()
	followed := 0
	for _, step := range c.steps {
		step = strings.TrimSpace(step)
		switch {
		case strings.HasPrefix(step, "cd "): // newConsumer did
		case strings.HasPrefix(step, "go "):
			c.run("sh", "-c", step)
			followed++
		}
	}
	if followed != 4 {
		c.t.Errorf("followed %d steps, want 4: %q", followed, c.steps)
	}
}

func (c *consumer) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	return cmd
}

func (c *consumer) run(name string, args ...string) string {
	c.t.Helper()
	out, err := c.command(name, args...).CombinedOutput()
	if err != nil {
		c.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// wantNoDependencies holds the generated package to the standard library, and
// go.mod to what running the tool takes.
func (c *consumer) wantNoDependencies() {
	c.t.Helper()
	foreign := c.run("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", "./...")
	for _, path := range strings.Fields(foreign) {
		if !strings.HasPrefix(path, "example.com/shop-receiver") {
			c.t.Errorf("the consumer's code depends on %s", path)
		}
	}
	before := read(c.t, "go.mod")
	c.run("go", "mod", "tidy")
	if after := read(c.t, "go.mod"); after != before {
		c.t.Errorf("go.mod was\n%s\nand is, once tidied,\n%s", before, after)
	}
	if direct := regexp.MustCompile(`(?m)^\s+\S+ v\S+$`).FindAllString(before, -1); direct != nil {
		c.t.Errorf("direct requirements: %q", direct)
	}
}

// exchange is a request to the consumer's program and what comes of it.
type exchange struct {
	name   string
	body   string
	status int
	logged string
}

// receives builds and starts the consumer's program and sends it requests.
func (c *consumer) receives(exchanges []exchange) {
	c.t.Helper()
	bin := filepath.Join(c.t.TempDir(), "receiver")
	c.run("go", "build", "-o", bin, ".")
	cmd := c.command(bin, "-addr", "127.0.0.1:0")
	cmd.Env = append(cmd.Env, "WEBHOOK_SECRET=change-me")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		c.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		c.t.Fatal(err)
	}
	defer func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }()
	log := bufio.NewScanner(stderr)
	log.Scan()
	_, url, found := strings.Cut(log.Text(), "listening on ")
	if !found {
		c.t.Fatalf("the program says %q", log.Text())
	}
	for _, e := range exchanges {
		response, err := http.Post(url, "application/json", strings.NewReader(e.body))
		if err != nil {
			c.t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != e.status {
			c.t.Errorf("%s: status %d, want %d", e.name, response.StatusCode, e.status)
		}
		if e.logged == "" {
			continue
		}
		log.Scan()
		if !strings.Contains(log.Text(), e.logged) || strings.Contains(log.Text(), "change-me") {
			c.t.Errorf("%s: log says %q, want %q", e.name, log.Text(), e.logged)
		}
	}
}
