package main

import (
	"github.com/webhookgen/webhookgen/generated/judges"
)

// caseTrials returns the cases of the judges: of Slack, whose samples are many
// and much alike, a part, and all that the kits make.
func caseTrials() ([]trial, error) {
	var out []trial
	add := func(c judges.Case) {
		out = append(out, trial{name: c.Subject.Name + ": " + c.What, run: func(r *report) { r.parsed(c.Subject.Parse(c.Push, c.Text)) }})
	}
	for _, s := range judges.Subjects {
		stride := 1
		if s.Name == "slack" {
			stride = 3
		}
		cases, err := judges.Cases(stride, []*judges.Subject{s})
		if err != nil {
			return nil, err
		}
		for c := range cases {
			add(c)
		}
		for _, c := range judges.KitCases([]*judges.Subject{s}) {
			add(c)
		}
	}
	return out, nil
}
