package golang

import (
	"bytes"
	"testing"

	"github.com/dave/jennifer/jen"
)

// Methods that were formatted before are what they would be in their place.
func TestWithMethods(t *testing.T) {
	for _, typ := range []string{"T", "Delivery", "AnUnusuallyLongNameThatIsLongerThanAnyLineOfGoThatAPersonWouldEverWant"} {
		marked, err := withMethods(sourceOf(t, typ, publicMethods(typ)))
		if err != nil {
			t.Fatal(err)
		}
		if want := sourceOf(t, typ, methodsOf(typ)); !bytes.Equal(marked, want) {
			t.Errorf("the methods are\n%s\ninstead of\n%s", marked, want)
		}
	}
}

// sourceOf returns a formatted file that has methods between others.
func sourceOf(t *testing.T, typ string, methods *jen.Statement) []byte {
	f := jen.NewFile("p")
	f.NoFormat = true
	f.Add(comment("T is a type.").Type().Id(typ).Struct().Line().Line().Add(methods).Line().
		Add(method(typ, "last")).Params().Block().Line())
	var source bytes.Buffer
	if err := f.Render(&source); err != nil {
		t.Fatal(err)
	}
	data, err := formatted("p.go", source.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return data
}
