package runtime

import (
	"encoding/json"
	"testing"
)

// In a struct of the reader's own a Nullable is a member like any other.
func TestNullableInJSON(t *testing.T) {
	type own struct {
		N Nullable[Timestamp] `json:"n,omitzero"`
	}
	for _, text := range []string{`{}`, `{"n":null}`, `{"n":"x"}`, `{"n":""}`} {
		var v own
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if again, err := json.Marshal(v); err != nil || string(again) != text {
			t.Errorf("%s became %s, %v", text, again, err)
		}
	}
	for _, text := range []string{`{"n":5}`, `{"n":"\ud800"}`, "{\"n\":\"\xff\"}", `{"n":{"a":1,"a":1}}`} {
		if err := json.Unmarshal([]byte(text), new(own)); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
}
