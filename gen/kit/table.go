package kit

import (
	"bytes"
	"encoding/json"

	"github.com/webhookgen/webhookgen/gen/plan"
)

// Table returns the table of types of p. comment is said at its top; secret is
// what its deliveries have for a secret in their body, if they have one. The
// error reports a fault of the generator.
func Table(p *plan.Package, comment, secret string) ([]byte, error) {
	w := newWriter()
	w.text("{\n\"comment\": ").value(comment).text(",\n\"types\": {")
	for i, t := range p.API.Types {
		w.next(i).value(t.Name).text(": ").node(bodyOf(t.Body))
	}
	w.text("\n},\n\"actions\": [")
	for i, a := range p.Actions {
		w.next(i).action(actionOf(p, a))
	}
	w.text("\n],\n\"envelope\": ").node(envelopeOf(p.API.Envelope, secret))
	if p.Push != nil {
		w.text(",\n\"pushEnvelope\": ").node(pushEnvelopeOf(p.API.Push))
	}
	w.text("\n}\n")
	return w.out.Bytes(), w.err
}

// writer writes JSON that can be read and compared line by line: a member or a
// variant stands on one. Its methods return it; err is the first error.
type writer struct {
	out    bytes.Buffer
	values *json.Encoder
	err    error
}

func newWriter() *writer {
	w := &writer{}
	w.values = json.NewEncoder(&w.out)
	w.values.SetEscapeHTML(false) // people read it
	return w
}

func (w *writer) text(s string) *writer {
	w.out.WriteString(s)
	return w
}

// next begins the line of an element.
func (w *writer) next(i int) *writer {
	if i > 0 {
		w.text(",")
	}
	return w.text("\n")
}

func (w *writer) value(v any) *writer {
	if err := w.values.Encode(v); err != nil {
		w.err = err
		return w
	}
	w.out.Truncate(w.out.Len() - 1) // the encoder's newline
	return w
}

// open writes an object without its end.
func (w *writer) open(v any) *writer {
	w.value(v).out.Truncate(w.out.Len() - 1)
	return w
}

func (w *writer) node(n *node) *writer {
	switch w.open(n); {
	case n.fields != nil:
		lines(w, "fields", n.fields)
	case n.variants != nil:
		lines(w, "variants", n.variants)
	}
	return w.text("}")
}

func (w *writer) action(a action) *writer {
	return w.open(a).text(`,"payload":`).node(a.payload).text("}")
}

// lines writes a member that is a list, each element on a line of its own.
func lines[T any](w *writer, name string, list []T) {
	w.text(`,"` + name + `":[`)
	for i, v := range list {
		w.next(i).text("\t").value(v)
	}
	w.text("\n]")
}
