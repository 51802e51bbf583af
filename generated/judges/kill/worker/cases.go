package main

import (
	"slices"

	"github.com/webhookgen/webhookgen/generated/judges"
)

// caseTrials returns the cases of the judges: all of them for two packages that
// have everything between them, a part of the others, and those of all kits.
func caseTrials() ([]trial, error) {
	var out []trial
	add := func(c judges.Case) {
		out = append(out, trial{name: c.Subject.Name + ": " + c.What, run: func(r *report) { r.parsed(c.Subject.Parse(c.Push, c.Text)) }})
	}
	for _, s := range judges.Subjects {
		stride := 5
		if slices.Contains([]string{"livechat", "everything"}, s.Name) {
			stride = 1
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
