package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v3"
	"github.com/webhookgen/webhookgen/cmd/webhookgen/internal/output"
	"github.com/webhookgen/webhookgen/gen"
	"github.com/webhookgen/webhookgen/templates/scaffold"
)

func (p *program) initCommand() *command {
	return &command{
		name: "init", args: "[DIR]",
		summary: "start a project that receives webhooks",
		text: "Starts a project in DIR, the working folder if not given: a small specification to change, a\n" +
			"generate.go with the go:generate line, a main.go that receives deliveries over HTTP, and the\n" +
			"package that is generated from the specification. Says what to do next. Overwrites nothing: DIR\n" +
			"may hold no Go file and no specification.",
		examples: "webhookgen init shop\nmkdir shop; cd shop; go mod init example.com/shop; webhookgen init",
		run:      p.runInit,
	}
}

func (p *program) runInit(ctx context.Context, c *cli.Command) error {
	dir := "."
	switch c.Args().Len() {
	case 0:
	case 1:
		dir = filepath.Clean(c.Args().First())
	default:
		return misuse("start them one by one", "init starts one project, and there are %d folders", c.Args().Len())
	}
	mod, err := findModule(dir)
	if err != nil {
		return err
	}
	project, err := newProject(dir, mod)
	if err != nil {
		return err
	}
	if err := refuseOccupied(dir, project); err != nil {
		return err
	}
	files, err := scaffold.Files(project)
	if err != nil {
		return err
	}
	target, err := p.firstOutput(dir, project, files[0])
	if err != nil {
		return err
	}
	if err := writeNew(dir, files); err != nil {
		return err
	}
	if _, err := writeFiles(ctx, target); err != nil {
		return errors.Join(err, removeAll(dir, files))
	}
	p.writeNextSteps(dir, project, mod, files)
	return nil
}

// firstOutput generates the package of a new project, so that main.go
// compiles from the start.
func (p *program) firstOutput(dir string, project scaffold.Project, specification scaffold.File) (output.Target, error) {
	f := &specFile{path: specification.Name, text: specification.Data}
	api, err := p.mustParse(f)
	if err != nil {
		return output.Target{}, err
	}
	files, err := p.generateFiles(api, f, gen.Options{Package: project.Provider, ImportPath: project.Import})
	return output.Target{Dir: filepath.Join(dir, project.Provider), Spec: f.base(), Files: files}, err
}

// refuseOccupied names what stands where init would write or what main.go
// could not share the folder with.
func refuseOccupied(dir string, project scaffold.Project) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var there []string
	for _, e := range entries {
		name := e.Name()
		if strings.HasSuffix(name, ".go") || strings.HasSuffix(name, specSuffix) || name == project.Provider {
			there = append(there, filepath.Join(dir, name))
		}
	}
	if there == nil {
		return nil
	}
	return misuse("choose another folder", "init overwrites nothing, and there is already: %s", strings.Join(there, ", "))
}

// writeNew writes files that do not exist yet, all of them or none.
func writeNew(dir string, files []scaffold.File) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for i, f := range files {
		if err := writeNewFile(filepath.Join(dir, f.Name), f.Data); err != nil {
			return errors.Join(err, removeAll(dir, files[:i]))
		}
	}
	return nil
}

func writeNewFile(path string, data []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	if _, err := file.Write(data); err != nil {
		return errors.Join(err, file.Close(), os.Remove(path))
	}
	return file.Close()
}

func removeAll(dir string, files []scaffold.File) error {
	var faults []error
	for _, f := range files {
		faults = append(faults, os.Remove(filepath.Join(dir, f.Name)))
	}
	return errors.Join(faults...)
}

// writeNextSteps says what was written and what makes it run.
func (p *program) writeNextSteps(dir string, project scaffold.Project, mod *module, files []scaffold.File) {
	for _, f := range files {
		fmt.Fprintf(p.stdout, "wrote %s\n", filepath.Join(dir, f.Name))
	}
	fmt.Fprintf(p.stdout, "wrote %s%c, generated from the specification\n\nNext:\n\n",
		filepath.Join(dir, project.Provider), filepath.Separator)
	for _, step := range nextSteps(dir, project, mod) {
		fmt.Fprintf(p.stdout, "  %s\n", step)
	}
}
