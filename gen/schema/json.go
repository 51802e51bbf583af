package schema

import (
	"bytes"
	"encoding/json"
)

// object is a JSON object whose members keep their order, so that a schema
// reads from what it is to what it demands.
type object []member

type member struct {
	key   string
	value any // whatever encoding/json writes, objects above all
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			out.WriteByte(',')
		}
		if err := appendJSON(&out, m.key); err != nil {
			return nil, err
		}
		out.WriteByte(':')
		if err := appendJSON(&out, m.value); err != nil {
			return nil, err
		}
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// appendJSON leaves <, > and & as they are: nobody pastes schemas into HTML
// unescaped, and people read them.
func appendJSON(out *bytes.Buffer, v any) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	out.Truncate(out.Len() - 1) // the encoder's newline
	return nil
}

// pretty writes o with two spaces of indentation and a final newline.
func pretty(o object) ([]byte, error) {
	var compact, out bytes.Buffer
	if err := appendJSON(&compact, o); err != nil {
		return nil, err
	}
	if err := json.Indent(&out, compact.Bytes(), "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}
