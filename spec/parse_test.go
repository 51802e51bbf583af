package spec

import (
	"os"
	"testing"
)

func TestTmp(t *testing.T) {
	src, _ := os.ReadFile("testdata/good/language.yaml")
	api, ds := Parse("x", src)
	for _, d := range ds {
		t.Log(d)
	}
	if api == nil {
		t.Fatal()
	}
	t.Logf("%s", api.Actions[0].Sample)
}
