package main

import (
	"fmt"
	"io"
)

// tally counts what became of the mutants.
type tally struct {
	killed, reworded, equal int
	wrong                   int // survivors, and reasons that do not hold
	reasons                 []reason
	used                    map[*reason]bool
}

// report prints what became of the mutants, and fails if one survived that no
// reason is listed for, or a reason is listed that a case refutes or that no
// mutant needs.
func report(out io.Writer, mutants []mutant, fates []fate, reasons []reason, verbose bool) error {
	t := tally{reasons: reasons, used: map[*reason]bool{}}
	for n := 1; n < len(mutants); n++ {
		t.count(out, &mutants[n], fates[n], verbose)
	}
	for i := range reasons {
		if e := &reasons[i]; !t.used[e] {
			t.wrong++
			fmt.Fprintf(out, "listed as equivalent, but no mutant that survives: %v\n", e.of)
		}
	}
	fmt.Fprintf(out, "killed %d of %d, %d of them only by what an error says; %d more make no difference\n",
		t.killed, len(mutants)-1-t.equal, t.reworded, t.equal)
	if t.wrong > 0 {
		return fmt.Errorf("%d to look at", t.wrong)
	}
	return nil
}

func (t *tally) count(out io.Writer, m *mutant, f fate, verbose bool) {
	e := reasonOf(m, t.reasons)
	switch {
	case e != nil && f.how == "killed":
		t.wrong++
		fmt.Fprintf(out, "listed as equivalent, but killed: %v\n    by %s\n", m, f.by)
	case e != nil:
		t.equal++
		t.used[e] = true
		if verbose {
			fmt.Fprintf(out, "equivalent: %v\n    %s\n", m, e.why)
		}
	case f.how == "killed" || f.how == "reworded":
		t.killed++
		if f.how == "reworded" {
			t.reworded++
		}
		if verbose || f.how == "reworded" {
			fmt.Fprintf(out, "%s: %v\n    by %s\n", f.how, m, f.by)
		}
	default:
		t.wrong++
		fmt.Fprintf(out, "survived: %v\n", m)
	}
}
