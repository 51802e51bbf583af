package sample

import (
	"bytes"
	"encoding/json"
	"strings"
)

// JSON returns the sample as JSON, repaired: comments and ellipses are gone,
// what is absent is null.
func (v *Value) JSON() []byte {
	var b bytes.Buffer
	v.write(&b)
	return b.Bytes()
}

func (v *Value) write(b *bytes.Buffer) {
	switch v.Kind {
	case Bool:
		b.WriteString(v.Text)
	case Number:
		b.WriteString(number2JSON(v.Text))
	case String:
		b.Write(quote(v.Text))
	case List:
		b.WriteByte('[')
		for i, item := range v.Items {
			comma(b, i)
			item.write(b)
		}
		b.WriteByte(']')
	case Object:
		b.WriteByte('{')
		for i, m := range v.Members {
			comma(b, i)
			b.Write(quote(m.Name))
			b.WriteByte(':')
			m.Value.write(b)
		}
		b.WriteByte('}')
	default:
		b.WriteString("null")
	}
}

func comma(b *bytes.Buffer, i int) {
	if i > 0 {
		b.WriteByte(',')
	}
}

func quote(s string) []byte {
	out, err := json.Marshal(strings.ToValidUTF8(s, "\ufffd"))
	if err != nil {
		return []byte(`""`) // a string always marshals
	}
	return out
}

// number2JSON writes a number as JSON wants it.
func number2JSON(text string) string {
	if text = strings.TrimPrefix(text, "+"); json.Valid([]byte(text)) {
		return text
	}
	return "0"
}
