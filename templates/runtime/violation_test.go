package runtime

import (
	"errors"
	"strconv"
	"strings"
	"testing"
)

// Names are the sender's: however long they are, an error stays small.
func TestLongNames(t *testing.T) {
	name := strings.Repeat("é", 1<<19)
	text := `{"` + name + `":[` + strings.Repeat("1,", 500) + `1]}`
	var v map[string][]string
	err := unmarshal([]byte(text), &v, func(d *decoder, p int) (map[string][]string, int) {
		return mapOf(d, p, func(d *decoder, p int) ([]string, int) { return list(d, p, (*decoder).str) })
	})
	var invalid *ValidationError
	if !errors.As(err, &invalid) || len(invalid.Violations) != 1 || invalid.More != 500 {
		t.Fatalf("%T with %d violations and %d more", err, len(invalid.Violations), invalid.More)
	}
	if text := err.Error(); len(text) > 1000 || strings.Contains(text, "\ufffd") || !strings.Contains(text, "500 more") {
		t.Errorf("%d bytes: %.300s", len(text), text)
	}
}

func TestManyViolations(t *testing.T) {
	var v []string
	err := unmarshal([]byte(`[`+strings.Repeat("1,", 500)+`1]`), &v, func(d *decoder, p int) ([]string, int) {
		return list(d, p, (*decoder).str)
	})
	var invalid *ValidationError
	const (
		listed  = fewViolations + 1003/bytesPerViolation
		counted = listed + 1003/bytesPerCounted + 1
	)
	if !errors.As(err, &invalid) || len(invalid.Violations) != listed || invalid.More != counted-listed || !invalid.Partial || invalid.Violations[listed-1].Pointer != "/"+strconv.Itoa(listed-1) {
		t.Errorf("%v", err)
	}
	if want := "at least " + strconv.Itoa(counted-1) + " more"; !strings.Contains(err.Error(), want) {
		t.Errorf("%v, without %q", err, want)
	}
}
