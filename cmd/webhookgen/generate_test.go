package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestGenerate(t *testing.T) {
	inShop(t)
	invoke("generate").want(t, 0, "shop: 10 written, 0 removed, 0 unchanged")
	if got := read(t, "shop/order_gone.go"); !strings.HasPrefix(got, "package shop\n") {
		t.Errorf("order_gone.go: %q", got)
	}
	invoke("generate").want(t, 0, "shop: 0 written, 0 removed, 10 unchanged")
	invoke("generate", "-check").want(t, 0, "up to date")
	if manifest := read(t, "shop/webhookgen.manifest.json"); !strings.Contains(manifest, `"spec": "shop.webhooks.yaml"`) {
		t.Errorf("manifest:\n%s", manifest)
	}

	put(t, "shop.webhooks.yaml", strings.Replace(strings.Split(shop, "  order_gone:")[0], "    group: orders\n", "    notes: New.\n    group: orders\n", 1))
	check := invoke("generate", "-check")
	check.want(t, 1, "--- a/shop/order_gone.go\n+++ /dev/null\n", "--- a/shop/order_placed.go\n+++ b/shop/order_placed.go\n", "+// New.\n", "2 stale")
	if check2 := invoke("generate", "-check"); check2 != check {
		t.Error("-check has changed something, or is not the same twice")
	}
	invoke("generate").want(t, 0, "2 removed")
	if exists("shop/order_gone.go") || exists("shop/schema/actions/order_gone.schema.json") {
		t.Error("stale files are still there")
	}
	invoke("generate", "-check").want(t, 0)
}

func TestGenerateCheckOfAMissingFolder(t *testing.T) {
	inShop(t)
	invoke("generate", "-check").want(t, 1, "--- /dev/null\n+++ b/shop/delivery.go\n", "+package shop\n", "10 missing")
	if exists("shop") {
		t.Error("-check has made the folder")
	}
}

func TestGenerateCheckFinds(t *testing.T) {
	inShop(t)
	invoke("generate").want(t, 0)
	for name, spoil := range map[string]func(){
		"edited by hand": func() { put(t, "shop/delivery.go", "package edited\n") },
		"missing":        func() { os.Remove("shop/delivery.go") },
		"interrupted":    func() { put(t, "shop/.webhookgen-tmp-0001.new", "half") },
	} {
		spoil()
		invoke("generate", "-check").want(t, 1, name)
		invoke("generate", "-force").want(t, 0)
		invoke("generate", "-check").want(t, 0)
		if t.Failed() {
			t.Fatal(name)
		}
	}
}

func TestGenerateWithFindings(t *testing.T) {
	inShop(t, "shop.webhooks.yaml", strings.Replace(shop, "group: orders", "group: ordres", 1))
	r := invoke("generate")
	r.want(t, 1, "shop.webhooks.yaml:22:12: error:", "   22 |     group: ordres\n      |            ^^^^^^\n", `did you mean "orders"?`)
	if r.stdout != "" || exists("shop") {
		t.Errorf("something was written: %+v", r)
	}
}

func TestPackageName(t *testing.T) {
	tests := []struct {
		name string
		env  string // $GOPACKAGE
		args []string
		file string
		want string // package clause, or part of the error
	}{
		{"of the provider", "main", nil, "shop/delivery.go", "package shop\n"},
		{"of the folder", "main", []string{"-out", "internal/hooks"}, "internal/hooks/delivery.go", "package hooks\n"},
		{"said", "", []string{"-out", "a-b", "-package", "ab"}, "a-b/delivery.go", "package ab\n"},
		{"of go generate", "receiver", []string{"-out", "."}, "delivery.go", "package receiver\n"},
		{"of nothing", "", []string{"-out", "."}, "", "-package NAME"},
		{"a dash", "", []string{"-out", "a-b"}, "", `"a-b", which is no name`},
		{"a keyword", "", []string{"-out", "func"}, "", "keyword"},
		{"a keyword said", "", []string{"-package", "type"}, "", "keyword"},
		{"blank", "", []string{"-package", "_"}, "", "no name"},
		{"empty", "", []string{"-package="}, "", "no name"},
		{"code", "", []string{"-package", "x; func init() {}"}, "", "no name"},
		{"what the go tool ignores", "", []string{"-package", "documentation"}, "", "no name"},
		{"a bad $GOPACKAGE", "a b", []string{"-out", "."}, "", "$GOPACKAGE"},
		{"an empty folder name", "", []string{"-out="}, "", "-out is empty"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inShop(t)
			r := invokeWith("", map[string]string{"GOPACKAGE": tt.env}, append([]string{"generate"}, tt.args...)...)
			if tt.file == "" {
				r.want(t, 2, tt.want, "help:")
				return
			}
			r.want(t, 0)
			if got := read(t, tt.file); got != tt.want {
				t.Errorf("%s = %q, want %q", tt.file, got, tt.want)
			}
		})
	}
}

// internal/output tests every obstacle; here it is about what a person sees.
func TestGenerateObstacles(t *testing.T) {
	tests := []struct {
		name    string
		prepare func(t *testing.T)
		status  int
		part    string
	}{
		{"foreign file", func(t *testing.T) { put(t, "shop/delivery.go", "package mine\n") }, 2, "shop/delivery.go: is in the way"},
		{"edited by hand", func(t *testing.T) {
			invoke("generate").want(t, 0)
			put(t, "shop/delivery.go", "package mine\n")
		}, 1, "shop/delivery.go: edited by hand"},
		{"another specification", func(t *testing.T) {
			put(t, "other/x.webhooks.yaml", shop)
			invoke("generate", "-spec", "other/x.webhooks.yaml").want(t, 0)
		}, 2, "x.webhooks.yaml"},
		{"a link", func(t *testing.T) {
			if err := errors2(os.Mkdir("real", 0o777), os.Symlink("real", "shop")); err != nil {
				t.Skip("no symbolic links here:", err)
			}
		}, 2, "shop: is a symbolic link"},
		{"a broken manifest", func(t *testing.T) { put(t, "shop/webhookgen.manifest.json", "<<<<<<< HEAD") }, 2, "webhookgen.manifest.json: is broken"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inShop(t)
			tt.prepare(t)
			before := tree(t)
			invoke("generate").want(t, tt.status, filepath.FromSlash(tt.part), "help:")
			if after := tree(t); after != before {
				t.Errorf("before:\n%s\nafter:\n%s", before, after)
			}
		})
	}
}

func errors2(first, second error) error {
	if first != nil {
		return first
	}
	return second
}

// tree is everything in the working folder, as one text.
func tree(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(".", func(path string, d os.DirEntry, err error) error {
		b.WriteString(path + "\n")
		if err == nil && d.Type().IsRegular() {
			b.WriteString(read(t, path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A folder that cannot be written to is found out before anything changes,
// even if it is a folder below that lets itself be written to.
func TestGenerateIntoReadOnlyFolders(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("permissions are tested on Linux")
	}
	for _, locked := range []string{"shop", "shop/schema"} {
		t.Run(locked, func(t *testing.T) {
			dir := inShop(t)
			invoke("generate").want(t, 0)
			put(t, "shop.webhooks.yaml", strings.Replace(shop, "order_gone:", "order_lost:", 1))
			openForOthers(t, dir)
			if err := os.Chmod(locked, 0o555); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { os.Chmod(locked, 0o777) })
			before := tree(t)
			r := invokeUnprivileged(t, "generate")
			r.want(t, 2, locked+": cannot be written to, so nothing was changed", "permission denied")
			if after := tree(t); after != before {
				t.Errorf("something has changed:\n%s", after)
			}
		})
	}
}

// openForOthers lets every user read and write what is in dir and get there.
func openForOthers(t *testing.T, dir string) {
	t.Helper()
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chmod(path, 0o777)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// invokeUnprivileged runs the command in a process of its own that is not
// root's, for root may write anywhere.
func invokeUnprivileged(t *testing.T, args ...string) result {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin := filepath.Join(t.TempDir(), "webhookgen")
	data, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(bin, data, 0o755); err != nil {
		t.Fatal(err)
	}
	openForOthers(t, filepath.Dir(bin))
	cmd := exec.Command(bin, args...)
	cmd.Env = append(os.Environ(), asCommand+"=1")
	dropPrivileges(cmd)
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	_ = cmd.Run() // the exit status says it
	return result{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}

func TestAnInterruptedRunChangesNothing(t *testing.T) {
	inShop(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, errs strings.Builder
	p := newProgram(nil, &out, &errs, func(string) string { return "" })
	p.library.generate = fakeGenerate
	status := p.run(ctx, []string{"generate"})
	result{status, out.String(), errs.String()}.want(t, 2, "interrupted")
	if exists("shop") {
		t.Error("the folder is there")
	}
}
