package infer

import (
	"regexp"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/page"
)

var identifier = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*(?:[_.:/-][A-Za-z0-9]+)*$`)

const maxName = 100

func isIdentifier(s string) bool { return len(s) <= maxName && identifier.MatchString(s) }

// title is a heading, as far as it may name an action.
type title struct {
	text  string
	name  string // that it is, or that stands in it; empty if there is none
	code  bool   // it has code in it
	exact bool   // it is the name and nothing else
	words bool   // it has no name in it that could be no word
}

// titleOf reads a heading: a name, a name among words, or words.
func titleOf(in page.Inline) title {
	t := title{text: in.Text(), code: len(in.Codes()) > 0}
	if isIdentifier(t.text) {
		t.name, t.exact = t.text, t.code || strings.ContainsAny(t.text, "_.")
		t.words = !t.exact
		return t
	}
	var names []string
	for _, code := range in.Codes() {
		names = append(names, code.Text)
	}
	if len(names) == 0 {
		for _, word := range strings.FieldsFunc(t.text, func(c rune) bool { return strings.ContainsRune(" \t\"'`()[]{}<>,:", c) }) {
			if strings.ContainsAny(word, "_.") {
				names = append(names, word)
			}
		}
	}
	if t.words = len(names) != 1 || !isIdentifier(names[0]); !t.words {
		t.name = names[0]
	}
	return t
}

// names says whether a heading names an action: by its name, or by the same
// words.
func (t title) names(action string) bool {
	if t.name != "" {
		return t.name == action
	}
	return sameName(t.text, action)
}
