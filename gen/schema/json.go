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
	value any // an object, objects, or whatever encoding/json writes
}

// pretty writes o with two spaces of indentation and a final newline.
func pretty(o object) ([]byte, error) {
	var compact writer
	if err := compact.object(o); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, compact.Bytes(), "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// writer writes JSON. It goes through objects itself: encoding/json would read
// again, at each depth, what a MarshalJSON has written.
type writer struct {
	bytes.Buffer
	scalars *json.Encoder
}

func (w *writer) object(o object) error {
	w.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			w.WriteByte(',')
		}
		if err := w.scalar(m.key); err != nil {
			return err
		}
		w.WriteByte(':')
		if err := w.value(m.value); err != nil {
			return err
		}
	}
	w.WriteByte('}')
	return nil
}

func (w *writer) value(v any) error {
	switch v := v.(type) {
	case object:
		return w.object(v)
	case []object:
		w.WriteByte('[')
		for i, o := range v {
			if i > 0 {
				w.WriteByte(',')
			}
			if err := w.object(o); err != nil {
				return err
			}
		}
		w.WriteByte(']')
		return nil
	}
	return w.scalar(v)
}

// scalar leaves <, > and & as they are: nobody pastes schemas into HTML
// unescaped, and people read them.
func (w *writer) scalar(v any) error {
	if w.scalars == nil {
		w.scalars = json.NewEncoder(w)
		w.scalars.SetEscapeHTML(false)
	}
	if err := w.scalars.Encode(v); err != nil {
		return err
	}
	w.Truncate(w.Len() - 1) // the encoder's newline
	return nil
}
