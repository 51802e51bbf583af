package write

import (
	"os"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
)

func TestProf(t *testing.T) {
	text, _ := os.ReadFile(os.Getenv("PAGE"))
	t0 := time.Now()
	s, ds := infer.Page(text)
	t.Log(time.Since(t0), len(ds))
	if os.Getenv("W") != "" && s != nil {
		_, _, err := Spec(s, Options{Provider: "x", Page: "p"})
		t.Log(time.Since(t0), err)
	}
}
