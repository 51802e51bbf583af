package main

import "testing"

func TestValidateHeader(t *testing.T) {
	const (
		opened = `{"action": "opened", "issue": {"number": 1, "title": "t"}}`
		events = "../../gen/testdata/routes/events.yaml"
	)
	inFolder := func(args ...string) []string { return append([]string{"validate", "-spec", events}, args...) }
	tests := []struct {
		name   string
		stdin  string
		args   []string
		status int
		parts  []string
	}{
		{"event and action", opened, inFolder("-header", "x-shop-event: issues"), 0, []string{"-: valid issues.opened\n"}},
		{"an event alone", `{"ref": "x"}`, inFolder("-header", "X-Shop-Event: push"), 0, []string{"-: valid push\n"}},
		{"a comma", `{}`, inFolder("-header", "X-Shop-Event: a,b"), 0, []string{"-: valid a,b (unknown action)"}},
		{"invalid", `{"action": "opened"}`, inFolder("-header", "X-Shop-Event: issues"), 1, []string{`invalid issues.opened: (root): missing member "issue"`}},
		{"an unknown action", `{"action": "new"}`, inFolder("-header", "X-Shop-Event: issues"), 0, []string{"valid issues.new (unknown action)"}},
		{"no text", `{"action": 7}`, inFolder("-header", "X-Shop-Event: issues"), 1, []string{"invalid: /action: want string, got number"}},
		{"twice", opened, inFolder("-header", "X-Shop-Event: issues", "-header", "X-Shop-Event: label"), 1, []string{"want one value in the header X-Shop-Event"}},
		{"a payload", opened, inFolder("-action", "issues.opened"), 0, []string{"-: valid issues.opened\n"}},
		{"no header", opened, inFolder(), 2, []string{"stands in the header X-Shop-Event", "-header 'X-Shop-Event: VALUE'"}},
		{"no colon", opened, inFolder("-header", "issues"), 2, []string{`-header "issues" has no name and value`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			invokeWith(tt.stdin, nil, tt.args...).want(t, tt.status, tt.parts...)
		})
	}
}
