package schema_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen/internal/example"
	"github.com/webhookgen/webhookgen/templates/runtime"
)

// What jsonschema cannot stand never reaches it, for a known and an unknown
// action alike.
func TestUnsoundText(t *testing.T) {
	v := validatorOf(t, example.API())
	for _, text := range []string{
		``, `{`, `{} {}`, "\ufeff{}", `{"a":1,"a":1}`, `{"a":1,"\u0061":1}`, "{\"a\":\"\xff\"}", `{"a":"\ud800"}`,
		`{"at":1e10000000}`, `{"at":` + strings.Repeat("1", 10000) + `}`,
		strings.Repeat(`{"person":`, 100000), strings.Repeat(`[`, 101) + strings.Repeat(`]`, 101),
	} {
		for _, action := range []string{"person.seen", "unknown"} {
			var syntax *runtime.SyntaxError
			if err := v.Validate(action, []byte(text)); !errors.As(err, &syntax) {
				t.Errorf("%s: %.40s: %v", action, text, err)
			}
		}
	}
}

// As deep and as wide as the scanner lets pass.
func TestLargeInstances(t *testing.T) {
	v := validatorOf(t, example.API())
	const depth = 40 // of guests; each stands in a list of the one before
	deep := `{"at":1,"person":` + strings.Repeat(`{"type":"guest","friends":[`, depth) + strings.Repeat(`]}`, depth) + `}`
	if err := v.Validate("person.seen", []byte(deep)); err != nil {
		t.Error(err)
	}
	wide := `{"at":1,"person":{"type":"guest","friends":[{}` + strings.Repeat(`,{}`, 20000) + `]}}`
	if got := len(pointers(t, v.Validate("person.seen", []byte(wide)))); got != 20001 {
		t.Errorf("%d places of 20001", got)
	}
}
