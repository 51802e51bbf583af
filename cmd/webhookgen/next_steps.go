package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/webhookgen/webhookgen/templates/scaffold"
	"golang.org/x/mod/modfile"
	"golang.org/x/mod/semver"
)

// nextSteps are the command lines that make a new project run.
func nextSteps(dir string, project scaffold.Project, mod *module) []string {
	var steps []string
	if dir != "." {
		steps = append(steps, "cd "+quoteArg(dir))
	}
	if mod == nil {
		steps = append(steps, "go mod init "+newModulePath(project.Provider))
	}
	if !mod.hasTool() {
		steps = append(steps, toolStep())
	}
	return append(steps,
		"go mod tidy",
		"go generate generate.go                # after every change of "+project.SpecName(),
		"WEBHOOK_SECRET=change-me go run .      # receives on localhost:8080",
		`curl -i localhost:8080 -H 'Content-Type: application/json' -d '{"action": "order_cancelled", "secret_key": "change-me", "payload": {"order_id": "1001"}}'`)
}

// toolStep makes this command a tool of the consumer's module: from the
// registry if it has a version there, from its checkout otherwise.
func toolStep() string {
	v := version()
	checkout := findCheckout()
	if checkout == "" {
		if !semver.IsValid(v) {
			v = "latest"
		}
		return fmt.Sprintf("go get -tool %s@%s", toolPath, v)
	}
	return fmt.Sprintf("go mod edit -require=%[1]s@v0.0.0 -replace=%[1]s=%[2]s -tool=%[3]s", modulePath, quoteArg(checkout), toolPath)
}

// findCheckout returns the folder that this program was built from, empty if
// that is a module in the cache or is gone.
func findCheckout() string {
	_, file, _, ok := runtime.Caller(0)
	if !ok || !filepath.IsAbs(file) {
		return "" // built with -trimpath
	}
	root := filepath.Dir(filepath.Dir(filepath.Dir(file)))
	data, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil || modfile.ModulePath(data) != modulePath || strings.Contains(filepath.ToSlash(root), "@") {
		return ""
	}
	return root
}

// quoteArg quotes an argument for a shell where it needs it.
func quoteArg(arg string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("._-/+:\\~", r)
	}
	if strings.IndexFunc(arg, func(r rune) bool { return !plain(r) }) < 0 {
		return arg
	}
	return "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
}
