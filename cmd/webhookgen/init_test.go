package main

import (
	"strings"
	"testing"
)

func TestInit(t *testing.T) {
	t.Chdir(t.TempDir())
	r := invoke("init", "My-Shop 2")
	r.want(t, 0, "wrote My-Shop 2/myshop2.webhooks.yaml", "cd 'My-Shop 2'", "go mod init example.com/myshop2-receiver",
		"go mod edit -require="+modulePath+"@v0.0.0 -replace=", "go generate generate.go", "go run .")
	if got := read(t, "My-Shop 2/main.go"); !strings.Contains(got, `"example.com/myshop2-receiver/myshop2"`) {
		t.Errorf("main.go:\n%s", got)
	}
	if got := read(t, "My-Shop 2/generate.go"); !strings.Contains(got, "//go:generate go tool webhookgen generate -spec myshop2.webhooks.yaml -out myshop2\n") {
		t.Errorf("generate.go:\n%s", got)
	}
	t.Chdir("My-Shop 2")
	invoke("check").want(t, 0, "ok")
	invoke("generate", "-check").want(t, 0)
	before := tree(t)
	invoke("init").want(t, 2, "generate.go", "main.go", "myshop2.webhooks.yaml", "overwrites nothing")
	if tree(t) != before {
		t.Error("init has changed something")
	}
}

func TestInitInAModule(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "go.mod", "module example.org/all\n\ngo 1.24\n\ntool "+toolPath+"\n")
	invoke("init", "in/hooks").want(t, 0, "cd in/hooks", "!go mod init", "!go mod edit")
	if got := read(t, "in/hooks/main.go"); !strings.Contains(got, `"example.org/all/in/hooks/hooks"`) {
		t.Errorf("main.go:\n%s", got)
	}
}

func TestInitRefuses(t *testing.T) {
	t.Chdir(t.TempDir())
	put(t, "a/main.go", "package mine\n", "b/x.webhooks.yaml", "", "c/c/file", "", "d", "", "e/go.mod", "nonsense")
	before := tree(t)
	invoke("init", "a").want(t, 2, "a/main.go")
	invoke("init", "b").want(t, 2, "b/x.webhooks.yaml")
	invoke("init", "c").want(t, 2, "c/c")
	invoke("init", "d").want(t, 2, "d")
	invoke("init", "e").want(t, 2, "go.mod")
	invoke("init", "a", "b").want(t, 2, "2 folders")
	if tree(t) != before {
		t.Error("init has written something")
	}
}

func TestProviderName(t *testing.T) {
	for folder, want := range map[string]string{
		"shop": "shop", "My-Shop": "myshop", "2checkout": "checkout", "Ünï": "n", "日本": "hooks",
		"func": "funchooks", "string": "stringhooks", "http": "httphooks", "main": "mainhooks", "": "hooks",
	} {
		if got := providerName(folder); got != want {
			t.Errorf("%q becomes %q, want %q", folder, got, want)
		}
	}
}

func TestQuoteArg(t *testing.T) {
	for arg, want := range map[string]string{"/a/b-c_1.2": "/a/b-c_1.2", "a b": "'a b'", "it's": `'it'\''s'`, "$(x)": "'$(x)'"} {
		if got := quoteArg(arg); got != want {
			t.Errorf("%q becomes %s, want %s", arg, got, want)
		}
	}
}
