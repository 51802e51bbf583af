package scaffold

import (
	"go/format"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen"
)

var acme = Project{Provider: "acme", Import: "example.com/shop/acme"}

func TestSpecificationIsSound(t *testing.T) {
	files, err := Files(acme)
	if err != nil {
		t.Fatal(err)
	}
	api, found := gen.Parse(files[0].Name, files[0].Data)
	for _, d := range found {
		t.Errorf("%+v", d)
	}
	if api == nil {
		t.Fatal("no API")
	}
	for _, a := range api.Actions {
		if a.Sample == nil {
			t.Errorf("%s has no sample", a.Name)
		}
	}
}

func TestGoIsFormatted(t *testing.T) {
	files, err := Files(acme)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files[1:] {
		want, err := format.Source(f.Data)
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
		} else if string(want) != string(f.Data) {
			t.Errorf("%s is not formatted as gofmt would", f.Name)
		}
	}
	if !strings.Contains(string(files[2].Data), `"example.com/shop/acme"`) {
		t.Error("main.go does not import the generated package")
	}
}
