package generated_test

import (
	"strings"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
)

// Both UserTarget and GroupTarget lead back to Target: tried one inside of the
// other, without keeping what was found, the work would double at each level.
func TestTrialsDoNotMultiply(t *testing.T) {
	const levels = 97
	nested := func(open, innermost, shut string) string {
		return strings.Repeat(open, levels) + innermost + strings.Repeat(shut, levels)
	}
	user, group := `{"id":1,"next":`, `{"id":1,"members":[],"next":`
	for name, tt := range map[string]struct {
		value string
		valid bool
	}{
		"good users":   {nested(user, `"left"`, "}"), true},
		"bad users":    {nested(user, `"no"`, "}"), false},
		"good groups":  {nested(group, `"left"`, "}"), true},
		"bad groups":   {nested(group, `{"id":1}]`, "}"), false},
		"one of two":   {nested(user, `{"id":1,"members":[],"name":"fits GroupTarget alone"}`, "}"), true},
		"ambiguous":    {nested(user, `{"id":1}`, "}"), true},
		"lists":        {nested("[", `"left"`, "]"), true},
		"bad lists":    {nested("[", `7`, "]"), false},
		"broken":       {nested(user, `"left`, "}"), false},
		"twice a name": {nested(`{"id":1,"id":2,"next":`, `"left"`, "}"), false},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			var v everything.Target
			err := v.UnmarshalJSON([]byte(tt.value))
			if (err == nil) != tt.valid {
				t.Errorf("accepted: %v, error %v", err == nil, err)
			}
			if err == nil {
				if err := v.Validate(); err != nil {
					t.Errorf("accepted, but Validate: %v", err)
				}
			}
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}
