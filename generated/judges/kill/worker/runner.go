package main

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/webhookgen/webhookgen/generated/judges/kill/active"
)

// What can become of a mutant.
const (
	killed   = "killed"   // a verdict was another
	reworded = "reworded" // only an error said something else
	survived = "survived"
)

// runner runs trials.
type runner struct {
	trials []trial
	want   []outcome
	met    []int      // by trial: which of sets has the mutants that it can notice
	sets   [][]uint64 // of mutants
	count  atomic.Int64
}

// newRunner tries everything without a mutant. The order is mixed, but always
// the same: what is alike stands together, and notices alike.
func newRunner(trials []trial, mutants int) *runner {
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(trials), func(i, j int) { trials[i], trials[j] = trials[j], trials[i] })
	r := &runner{trials: trials, want: make([]outcome, len(trials)), met: make([]int, len(trials))}
	known := map[string]int{}
	set := make([]uint64, mutants>>6+1)
	for i := range trials {
		clear(set)
		active.Note(set)
		r.want[i] = r.run(i)
		key := keyOf(set)
		number, ok := known[key]
		if !ok {
			number = len(r.sets)
			known[key] = number
			r.sets = append(r.sets, append([]uint64(nil), set...))
		}
		r.met[i] = number
	}
	active.Note(nil)
	go r.watch()
	return r
}

func keyOf(set []uint64) string {
	var key []byte
	for _, word := range set {
		key = binary.NativeEndian.AppendUint64(key, word)
	}
	return string(key)
}

// noticed says how mutant n is noticed, and the name of a trial that does.
func (r *runner) noticed(n int) (how, name string) {
	active.Set(n)
	if change := active.Tables[n]; change != nil {
		undo := change()
		defer undo()
	}
	defer active.Set(0)
	can := make([]bool, len(r.sets))
	for i, set := range r.sets {
		can[i] = set[n>>6]>>(n&63)&1 != 0
	}
	how = survived
	for i := range r.trials {
		if !can[r.met[i]] {
			continue
		}
		switch got := r.run(i); {
		case got.verdict != r.want[i].verdict:
			return killed, r.trials[i].String()
		case got.words != r.want[i].words:
			how, name = reworded, r.trials[i].String()
		}
	}
	return how, name
}

// run returns what comes of a trial; a panic is something too.
func (r *runner) run(i int) (result outcome) {
	report := newReport()
	defer func() {
		if p := recover(); p != nil {
			report.say("panic", fmt.Sprint(p))
		}
		result = report.outcome()
	}()
	r.count.Add(1)
	active.Begin()
	r.trials[i].run(report)
	return result
}

// watch ends the process, by which the mutant is noticed, if a trial does not
// come to an end or takes all memory.
func (r *runner) watch() {
	last, since := int64(0), time.Now()
	for range time.Tick(100 * time.Millisecond) {
		if n := r.count.Load(); n != last {
			last, since = n, time.Now()
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		if time.Since(since) > 20*time.Second || m.HeapAlloc > 5<<30 {
			os.Exit(3)
		}
	}
}
