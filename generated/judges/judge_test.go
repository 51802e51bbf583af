package judges

import (
	"errors"
	"flag"
	"fmt"
	"testing"
)

// full is for continuous integration: minutes of cases in place of seconds.
var full = flag.Bool("full", false, "try every case, not a sample")

const (
	batchSize = 2000
	atLeast   = 100_000 // cases of the full run
)

// TestJudges holds the generated code against the other judges, on one stream
// of cases.
func TestJudges(t *testing.T) {
	stride := 37
	if *full {
		stride = 1
	}
	cases, err := Cases(stride, Subjects)
	if err != nil {
		t.Fatal(err)
	}
	c := newCourt(t)
	var batch []Case
	for one := range cases {
		if batch = append(batch, one); len(batch) == batchSize {
			c.hear(batch)
			batch = batch[:0]
		}
	}
	c.hear(batch)
	c.report()
}

// court hears all judges on the same cases, and counts.
type court struct {
	t        *testing.T
	judges   []Judge
	cases    int
	syntax   int            // refused by the scanner, which stands before every schema
	accepted map[string]int // by judge
	allowed  []int          // by entry of Disagreements
	failures int
}

func newCourt(t *testing.T) *court {
	t.Helper()
	v5, err := NewV5()
	if err != nil {
		t.Fatal(err)
	}
	v6, err := NewV6()
	if err != nil {
		t.Fatal(err)
	}
	c := &court{t: t, judges: []Judge{v5, v6}, accepted: map[string]int{}, allowed: make([]int, len(Disagreements))}
	ajv, err := NewAjv()
	switch {
	case errors.Is(err, ErrNoAjv):
		t.Logf("ajv is left out: %v", err)
	case err != nil:
		t.Fatal(err)
	default:
		t.Cleanup(func() {
			if err := ajv.Close(); err != nil {
				t.Error(err)
			}
		})
		c.judges = append(c.judges, ajv)
	}
	return c
}

// hear puts a batch before all judges.
func (c *court) hear(batch []Case) {
	want, err := Code{}.Judge(batch)
	if err != nil {
		c.t.Fatal(err)
	}
	c.cases += len(batch)
	var sound []Case
	var wanted []bool
	for i, one := range batch {
		if err := one.Subject.CheckJSON(one.Text); err == nil {
			sound, wanted = append(sound, one), append(wanted, want[i])
			continue
		}
		c.syntax++
		if want[i] {
			c.fail(one, "code accepts what CheckJSON refuses")
		}
	}
	for i := range wanted {
		if wanted[i] {
			c.accepted[Code{}.Name()]++
		}
	}
	c.compare(sound, wanted)
}

// compare asks the judges side by side.
func (c *court) compare(cases []Case, want []bool) {
	type answer struct {
		verdicts []bool
		err      error
	}
	answers := make([]chan answer, len(c.judges))
	for i, judge := range c.judges {
		answers[i] = make(chan answer, 1)
		go func() {
			verdicts, err := judge.Judge(cases)
			answers[i] <- answer{verdicts, err}
		}()
	}
	for i, judge := range c.judges {
		a := <-answers[i]
		if a.err != nil {
			c.t.Fatalf("%s: %v", judge.Name(), a.err)
		}
		for j, accepted := range a.verdicts {
			if accepted {
				c.accepted[judge.Name()]++
			}
			if accepted != want[j] && !c.allow(judge, cases[j], accepted) {
				c.fail(cases[j], fmt.Sprintf("code says %v, %s %v", want[j], judge.Name(), accepted))
			}
		}
	}
}

// allow says whether a disagreement is on the list: as the judge sees the
// input, the code says the same.
func (c *court) allow(judge Judge, one Case, verdict bool) bool {
	for i, entry := range Disagreements {
		if entry.Judge != judge.Name() {
			continue
		}
		one.Text = entry.As(one.Text)
		same, err := Code{}.Judge([]Case{one})
		if err == nil && same[0] == verdict {
			c.allowed[i]++
			return true
		}
	}
	return false
}

func (c *court) fail(one Case, problem string) {
	if c.failures++; c.failures <= 20 {
		c.t.Errorf("%s: %s: %s\ninput: %s", one.Subject.Name, one.What, problem, one.Text)
	}
}

func (c *court) report() {
	c.t.Logf("%d cases, %d of them refused as JSON, code accepts %d, %d disagreements",
		c.cases, c.syntax, c.accepted[Code{}.Name()], c.failures)
	heard := map[string]bool{}
	for _, judge := range c.judges {
		heard[judge.Name()] = true
		c.t.Logf("%s accepts %d", judge.Name(), c.accepted[judge.Name()])
	}
	for i, entry := range Disagreements {
		c.t.Logf("allowed: %d, %s: %s", c.allowed[i], entry.Judge, entry.Reason)
		if *full && heard[entry.Judge] && c.allowed[i] == 0 {
			c.t.Errorf("no case needs it to be allowed that %s", entry.Reason)
		}
	}
	if *full && c.cases < atLeast {
		c.t.Errorf("only %d cases", c.cases)
	}
}
