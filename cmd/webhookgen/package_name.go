package main

import (
	"go/token"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v3"
	"github.com/webhookgen/webhookgen/gen"
)

// packageName is the name of the generated package: what -package says, or
// what the output folder suggests.
func (p *program) packageName(c *cli.Command, dir string) (string, error) {
	name := c.String("package")
	if name != "" || c.IsSet("package") {
		return name, checkPackageName(name, "-package", "name it with lower-case letters and digits")
	}
	here, err := isWorkingFolder(dir)
	if err != nil {
		return "", err
	}
	if !here {
		name = filepath.Base(dir)
		return name, checkPackageName(name, "the output folder", "say -package NAME, or choose another folder with -out")
	}
	name = p.env("GOPACKAGE")
	if name == "" {
		return "", misuse("say -package NAME; go generate says it in $GOPACKAGE", "the output goes into the working folder, and nothing says the name of its package")
	}
	return name, checkPackageName(name, "$GOPACKAGE", "say -package NAME")
}

// checkPackageName refuses names that no generated package can have.
func checkPackageName(name, source, help string) error {
	switch {
	case token.IsKeyword(name):
		return misuse(help, "%s makes the package %q, which is a keyword of Go", source, name)
	case !gen.IsPackageName(name):
		return misuse(help, "%s makes the package %q, which is no name for a generated package", source, name)
	}
	return nil
}

// isWorkingFolder says whether dir is where the command was started.
func isWorkingFolder(dir string) (bool, error) {
	wd, err := os.Getwd()
	if err != nil {
		return false, err
	}
	abs, err := filepath.Abs(dir)
	return abs == filepath.Clean(wd), err
}
