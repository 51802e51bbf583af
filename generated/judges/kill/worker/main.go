// Command worker looks for a case that notices, for one mutant after another.
// Package main in the folder above builds it with every check of the generated
// packages under a switch, writes numbers of mutants to it, and reads what
// became of each.
//
// In the room: cases, and how to run them. May not enter: what mutants are.
package main

import (
	"flag"
	"fmt"
	"log"
	"reflect"
	"strings"
)

func main() {
	mutants := flag.Int("mutants", 0, "how many there are")
	flag.Parse()
	trials, err := allTrials()
	if err != nil {
		log.Fatal(err)
	}
	r := newRunner(trials, *mutants)
	fmt.Printf("%d trials\n", len(trials))
	for {
		var n int
		if _, err := fmt.Scanln(&n); err != nil {
			return // there are no more
		}
		how, name := r.noticed(n)
		fmt.Println(how, strings.ReplaceAll(name, "\n", " "))
	}
}

// trial is one case: run reports what came of it.
type trial struct {
	name string
	run  func(*report)
	set  reflect.Value // what is put in the place that name tells, if it is a value
}

func (t *trial) String() string {
	if t.set.IsValid() {
		return fmt.Sprintf("%s = %.60v", t.name, t.set)
	}
	return t.name
}

// allTrials returns the cases of the judges, what is no JSON, what is beyond
// the limits, requests and proofs, and Go values that cannot be sent.
func allTrials() ([]trial, error) {
	cases, err := caseTrials()
	if err != nil {
		return nil, err
	}
	values, err := valueTrials()
	if err != nil {
		return nil, err
	}
	trials := append(cases, values...)
	for _, more := range [][]trial{brokenTexts(), limitTrials(), routeTrials(), formTrials(), proofTrials()} {
		trials = append(trials, more...)
	}
	return trials, nil
}
