package judges

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"strings"
)

// Ajv is the npm package ajv, in a process of its own that lives as long as
// the judge.
type Ajv struct {
	process *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	bases   map[*Subject]string
}

// ErrNoAjv says that node, or what npm ci installs in the folder ajv, is missing.
var ErrNoAjv = errors.New("needs node, and npm ci in generated/judges/ajv")

// NewAjv starts the process and gives it the schemas of all subjects.
func NewAjv() (*Ajv, error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return nil, ErrNoAjv
	}
	if _, err := os.Stat("ajv/node_modules/ajv"); err != nil {
		return nil, ErrNoAjv
	}
	a := &Ajv{process: exec.Command(node, "ajv/judge.mjs"), bases: map[*Subject]string{}}
	a.process.Stderr = os.Stderr
	if a.in, err = a.process.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := a.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	a.out = bufio.NewReader(out)
	if err := a.process.Start(); err != nil {
		return nil, err
	}
	return a, a.load()
}

// load sends all schema files but the bundles, which repeat the others.
func (a *Ajv) load() error {
	var schemas []json.RawMessage
	for _, s := range Subjects {
		var err error
		if a.bases[s], err = s.base(); err != nil {
			return err
		}
		err = fs.WalkDir(s.Schemas, ".", func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".schema.json") || path == "bundle.schema.json" {
				return err
			}
			text, err := fs.ReadFile(s.Schemas, path)
			schemas = append(schemas, text)
			return err
		})
		if err != nil {
			return err
		}
	}
	return json.NewEncoder(a.in).Encode(schemas)
}

// Close ends the process.
func (a *Ajv) Close() error {
	return errors.Join(a.in.Close(), a.process.Wait())
}

// Name returns the judge's name.
func (*Ajv) Name() string { return "ajv" }

// Judge sends the cases as one batch and reads the verdicts.
func (a *Ajv) Judge(cases []Case) ([]bool, error) {
	batch := bufio.NewWriter(a.in)
	lines := json.NewEncoder(batch)
	for i := range cases {
		c := &cases[i]
		if err := lines.Encode([]string{a.bases[c.Subject] + c.schemaName(), string(c.Text)}); err != nil {
			return nil, fmt.Errorf("ajv: %w", err)
		}
	}
	if err := errors.Join(lines.Encode(nil), batch.Flush()); err != nil {
		return nil, fmt.Errorf("ajv: %w", err)
	}
	answer, err := a.out.ReadString('\n')
	if err != nil || len(answer) != len(cases)+1 {
		return nil, fmt.Errorf("ajv: %d answers to %d cases: %w", len(answer)-1, len(cases), err)
	}
	verdicts := make([]bool, len(cases))
	for i := range verdicts {
		verdicts[i] = answer[i] == '1'
	}
	return verdicts, nil
}
