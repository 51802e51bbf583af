package scaffold

import (
	"bytes"
	"embed"
	"fmt"
	"text/template"
)

//go:embed files
var texts embed.FS

// Project is what the first files say of their project. All of it ends up in
// Go and YAML as it stands, so the caller checks it.
type Project struct {
	Provider string // name of the provider and of the generated package
	Import   string // import path of the generated package
}

// File is one of the first files.
type File struct {
	Name string // in the folder of the project
	Data []byte
}

// SpecName is the name of the specification.
func (p Project) SpecName() string { return p.Provider + ".webhooks.yaml" }

// Files returns the specification, the file with the go:generate line and a
// program that receives.
func Files(p Project) ([]File, error) {
	var files []File
	for _, f := range []struct{ name, text string }{
		{p.SpecName(), "spec.yaml.tmpl"},
		{"generate.go", "generate.go.tmpl"},
		{"main.go", "main.go.tmpl"},
	} {
		data, err := render(f.text, p)
		if err != nil {
			return nil, fmt.Errorf("scaffold: %w", err)
		}
		files = append(files, File{Name: f.name, Data: data})
	}
	return files, nil
}

func render(name string, p Project) ([]byte, error) {
	t, err := template.ParseFS(texts, "files/"+name)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := t.Execute(&out, p); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
