package runtime

import (
	"encoding/json"
	"testing"
)

// json.Unmarshal opens no hole: it accepts what Parse does, in every type.
func TestUnmarshalIsStrict(t *testing.T) {
	for _, v := range []any{new(Timestamp), new(Secret), new(Action), new(UnknownPayload), new(Nullable[string])} {
		for _, text := range []string{`"\ud800"`, "\"\xff\"", `5`, `{"a":1,"a":2}`} {
			if err := json.Unmarshal([]byte(text), v); err == nil {
				t.Errorf("%T accepts %q", v, text)
			}
		}
	}
	unknown := UnknownPayload{Action: "new"}
	if err := json.Unmarshal([]byte(`{"a":1}`), &unknown); err != nil || unknown.Action != "new" || string(unknown.Raw) != `{"a":1}` {
		t.Errorf("%+v, %v", unknown, err)
	}
}
