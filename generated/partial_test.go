package generated_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/slack"
)

// TestPartialEnvelope has so much wrong with a payload that the rest of its
// lists is not looked through. What follows in the envelope is checked all the
// same: a delivery comes only with one that is sound.
func TestPartialEnvelope(t *testing.T) {
	const authorization = `{"enterprise_id":null,"team_id":null,"user_id":"U1","is_bot":false}`
	for _, c := range []struct {
		name, authorizations string
		sound                bool
	}{
		{"sound", authorization + "," + authorization, true},
		{"unsound", authorization + `,{"enterprise_id":null,"team_id":null,"is_bot":false}`, false},
	} {
		body := `{"type":"event_callback","token":"t","team_id":"T1","api_app_id":"A1","event_id":"Ev1","event_time":1,` +
			`"event":{"type":"message","attachments":[` + strings.Repeat("1,", 2000) + `1]},"authorizations":[` + c.authorizations + `]}`
		v, err := slack.Parse(nil, []byte(body))
		var invalid *slack.ValidationError
		if !errors.As(err, &invalid) || !invalid.Partial || invalid.More == 0 {
			t.Fatalf("%s: %v", c.name, err)
		}
		if (v != nil) != c.sound || v != nil && len(v.Authorizations) != 2 {
			t.Errorf("%s: %+v", c.name, v)
		}
	}
}

// TestPartialTrial has a union by trial behind so much that is wrong that the
// rest of a list is not looked through: its value is tried all the same.
func TestPartialTrial(t *testing.T) {
	more := func(value string) int {
		_, err := everything.Parse([]byte(`{"token":"t","delivery":"d","version":1,"event":"trials","body":{"list":[` +
			strings.Repeat("1,", 30) + `1],"first":{"a":` + value + `}}}`))
		var invalid *everything.ValidationError
		if !errors.As(err, &invalid) || !invalid.Partial {
			t.Fatalf("%s: %v", value, err)
		}
		return invalid.More
	}
	if right, wrong := more("1"), more("[]"); wrong != right+1 {
		t.Errorf("%d more with a value that fits, %d with one that does not", right, wrong)
	}
}
