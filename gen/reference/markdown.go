package reference

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"text/template"

	"github.com/webhookgen/webhookgen/spec"
	"github.com/webhookgen/webhookgen/templates"
)

// FileName is the name of the reference in the output folder.
const FileName = "REFERENCE.md"

// blank matches what the template leaves where a part is missing. Samples have
// no blank lines that it could take away.
var blank = regexp.MustCompile(`\n{3,}`)

// Markdown returns the reference of api. The error names a construct that is
// not served, which the checker refuses, or a sample that is not JSON.
func Markdown(api *spec.API) ([]byte, error) {
	if api.Envelope == nil {
		return nil, errors.New("reference: there is no envelope")
	}
	p, err := pageOf(api)
	if err != nil {
		return nil, err
	}
	t, err := template.New("reference").Parse(templates.Text("reference.md.tmpl"))
	if err != nil {
		return nil, fmt.Errorf("reference: %w", err)
	}
	var out bytes.Buffer
	if err := t.Execute(&out, p); err != nil {
		return nil, fmt.Errorf("reference: %w", err)
	}
	text := blank.ReplaceAll(bytes.TrimSpace(out.Bytes()), []byte("\n\n"))
	return append(text, '\n'), nil
}
