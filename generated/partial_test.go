package generated_test

import (
	"errors"
	"strings"
	"testing"

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
