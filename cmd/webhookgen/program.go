package main

import (
	"io"
	"io/fs"
	"net/http"

	"github.com/webhookgen/webhookgen/gen"
	"github.com/webhookgen/webhookgen/spec"
	"github.com/webhookgen/webhookgen/templates/runtime/schema"
)

// modulePath is where this program comes from.
const modulePath = "github.com/webhookgen/webhookgen"

// issuesURL is where faults are reported.
const issuesURL = "https://" + modulePath + "/issues"

// program is a run of the command with everything that it takes from outside.
type program struct {
	stdin   io.Reader
	stdout  *watched
	stderr  io.Writer
	env     func(string) string
	library library
}

// library is what the command does not do itself. Tests put others in place.
type library struct {
	parse     func(name string, src []byte) (*spec.API, spec.Diagnostics)
	generate  func(*spec.API, gen.Options) ([]gen.File, spec.Diagnostics, error)
	validator func(fs.FS) validator
}

// validator checks JSON against emitted schemas: *schema.Validator.
type validator interface {
	Known(action string) bool
	KnownPush(name string) bool
	Validate(action string, payload []byte) error
	ValidateDelivery(body []byte) error
	ValidateRequest(header http.Header, body []byte) error
	ActionOf(header http.Header, body []byte) string
	ValidatePush(message []byte) error
}

func newProgram(stdin io.Reader, stdout, stderr io.Writer, env func(string) string) *program {
	return &program{stdin: stdin, stdout: &watched{Writer: stdout}, stderr: stderr, env: env, library: library{
		parse:     gen.Parse,
		generate:  gen.Generate,
		validator: func(files fs.FS) validator { return schema.New(files) },
	}}
}
