package golang

import (
	"bytes"
	"go/format"
	"testing"

	"github.com/dave/jennifer/jen"
)

// What gofmt rewrites of a comment is formatted until it stays.
func TestFormatted(t *testing.T) {
	for _, text := range []string{
		"T is a type: A thing.",
		"T is a type.\n\nIt has two paragraphs, [with] a link.",
		"T is a type.\n\n[link]: https://example.com\n\nIt has a [link].",
		"T is a type.\n\nOld Heading\n\nIt has a heading.",
	} {
		source := rendered(t, text)
		out, err := formatted("p.go", source)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := format.Source(out); err != nil || !bytes.Equal(again, out) {
			t.Errorf("%q: gofmt has more to do: %v\n%s", text, err, out)
		}
	}
}

// An ordinary comment is as gofmt wants it, so that a file is formatted once.
func TestTidied(t *testing.T) {
	source := tidied(rendered(t, "T is a type: A thing.\n\nIt has two paragraphs."))
	out, err := format.Source(source)
	if err != nil {
		t.Fatal(err)
	}
	if before, after := commentsOf(source), commentsOf(out); !bytes.Equal(before, after) {
		t.Errorf("formatted again for\n%s\nand\n%s", before, after)
	}
}

// rendered returns what jennifer makes of a type with a comment, and of
// another declaration before it.
func rendered(t *testing.T, text string) []byte {
	f := jen.NewFile("p")
	f.NoFormat = true
	f.Add(jen.Var().Id("X").Int().Line().Line().Add(comment(text)).
		Type().Id("T").Struct(jen.Line().Add(comment(text)).Id("F").Int()).Line())
	var source bytes.Buffer
	if err := f.Render(&source); err != nil {
		t.Fatal(err)
	}
	return source.Bytes()
}
