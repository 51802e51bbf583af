package judges

import (
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
)

// Case is one input for all judges.
type Case struct {
	Subject *Subject
	Push    bool   // whether it is a push, not the body of a webhook
	What    string // the sample, and what was changed in it
	Text    []byte
}

// Cases yields every stride-th mutation of every sample of some subjects, all
// samples as they are, and every stride-th case of the kits.
func Cases(stride int, subjects []*Subject) (iter.Seq[Case], error) {
	var samples []sample
	for _, s := range subjects {
		for _, f := range s.folders {
			more, err := read(s, f)
			if err != nil {
				return nil, err
			}
			samples = append(samples, more...)
		}
	}
	return func(yield func(Case) bool) {
		count := 0
		for _, s := range samples {
			if !yield(s.as("as it is", s.text)) {
				return
			}
			for what, tree := range conformance.Mutations(s.tree, s.words) {
				if count++; count%stride == 0 && !yield(s.as(what, conformance.Text(tree))) {
					return
				}
			}
		}
		for _, c := range KitCases(subjects) {
			if count++; count%stride == 0 && !yield(c) {
				return
			}
		}
	}, nil
}

// KitCases returns all cases of the kits of some subjects.
func KitCases(subjects []*Subject) []Case {
	var out []Case
	for _, s := range subjects {
		for _, m := range s.kit() {
			out = append(out, Case{Subject: s, Push: m.push, What: "kit: " + m.name, Text: m.text})
		}
	}
	return out
}

// sample is one file of a corpus.
type sample struct {
	subject *Subject
	push    bool
	name    string
	text    []byte
	tree    any
	words   map[string][]string // texts of the whole folder by member
}

func (s *sample) as(what string, text []byte) Case {
	return Case{Subject: s.subject, Push: s.push, What: s.name + ", " + what, Text: text}
}

// read returns the samples of a folder that hold JSON.
func read(subject *Subject, folder string) ([]sample, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		return nil, err
	}
	var samples []sample
	words := map[string][]string{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		tree, err := conformance.Tree(text)
		if err != nil {
			return nil, err
		}
		conformance.Strings(tree, words)
		samples = append(samples, sample{
			subject: subject,
			push:    strings.HasPrefix(filepath.Base(folder), "push"),
			name:    filepath.Join(filepath.Base(folder), filepath.Base(path)),
			text:    text,
			tree:    tree,
			words:   words,
		})
	}
	return slices.Clip(samples), nil
}
