package github

import (
	"encoding/json"
	"flag"
	"slices"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
)

// full is for continuous integration: compiling the package takes a while.
var full = flag.Bool("full", false, "compile the package of GitHub's schemas, and try it")

// What is published, and how many mutants there are to be.
const (
	accepted = 277
	refused  = 52
	atLeast  = 30_000
	stride   = 83 // one mutant of so many is tried
)

// TestGitHub holds the package that is generated of GitHub's schemas against
// them: the event's header chooses the schema.
func TestGitHub(t *testing.T) {
	if !*full {
		t.Skip("compiles a large package: give -full")
	}
	install(t)
	court := &court{t: t, worker: startWorker(t), judge: newJudge(t)}
	var good []example
	for _, one := range readExamples(t) {
		if court.agree(one.event, one.body, "example") {
			good = append(good, one)
		}
	}
	t.Logf("%d examples accepted, %d refused", court.accepted, court.cases-court.accepted)
	if court.accepted != accepted || court.cases-court.accepted != refused {
		t.Errorf("%d examples are to be accepted and %d refused", accepted, refused)
	}
	court.cases, court.accepted = 0, 0
	court.mutate(good)
	t.Logf("%d mutants of %d: %d accepted; %d more are beyond the limits of 64 bits and 100 levels", court.cases, court.met, court.accepted, court.beyond)
	if court.cases < atLeast {
		t.Errorf("%d mutants, and %d are to be tried", court.cases, atLeast)
	}
}

// court hears the package and the schema on the same bodies, and counts.
type court struct {
	t      *testing.T
	worker *worker
	judge  judge

	cases, accepted int
	met, beyond     int // mutants that were made, and those that one side cannot hold
	failures        int
}

// agree says whether both accept a body, and fails if they do not agree.
func (c *court) agree(event string, body []byte, what string) bool {
	c.t.Helper()
	tree, err := conformance.Tree(body)
	if err != nil {
		c.t.Fatal(err)
	}
	wrong := c.judge[event].Validate(tree)
	code := c.worker.ask(event, body)
	c.cases++
	if code.Error == "" {
		c.accepted++
	}
	if (code.Error == "") != (wrong == nil) || code.Wrong != "" {
		if c.failures++; c.failures < 20 {
			c.t.Errorf("%s of %s: the schema says %.600v, the code %q %q", what, event, wrong, code.Error, code.Wrong)
		}
	}
	return code.Error == ""
}

// mutate tries one of so many mutants, the first ones of each example too.
func (c *court) mutate(good []example) {
	texts := map[string][]string{}
	for _, one := range good {
		if tree, err := conformance.Tree(one.body); err == nil {
			conformance.Strings(tree, texts)
		}
	}
	for name := range texts { // a mutant for each is too much
		slices.Sort(texts[name])
		texts[name] = texts[name][:min(len(texts[name]), 3)]
	}
	for _, one := range good {
		tree, err := conformance.Tree(one.body)
		if err != nil {
			c.t.Fatal(err)
		}
		for what, mutant := range conformance.Mutations(tree, texts) {
			if c.met++; c.met%stride != 0 {
				continue
			}
			if isBeyond(what) {
				c.beyond++
				continue
			}
			body, err := json.Marshal(mutant)
			if err != nil {
				c.t.Fatal(err)
			}
			c.agree(one.event, body, what)
		}
	}
}

// isBeyond says whether a mutant holds a number that fits no 64 bits, or is
// nested deeper than the generated code reads: the schemas have no limits.
func isBeyond(what string) bool {
	for _, number := range []string{"9223372036854775808", "-9223372036854775809", "1.7976931348623157e308", "1.7976931348623158e308", "-1.8e308", "1e400"} {
		if strings.HasSuffix(what, "= "+number) {
			return true
		}
	}
	return strings.HasSuffix(what, "down to level 101")
}
