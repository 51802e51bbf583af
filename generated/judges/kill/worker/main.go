// Command worker looks for a case that notices, for one mutant after another.
// Package main in the folder above builds it with every check of the generated
// packages under a switch, and reads what it prints.
//
// In the room: cases, and how to run them. May not enter: what mutants are.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/webhookgen/webhookgen/generated/judges/kill/active"
)

func main() {
	from := flag.Int("from", 1, "number of the first mutant")
	step := flag.Int("step", 1, "distance to the next")
	to := flag.Int("to", 0, "number of the last")
	flag.Parse()
	trials, err := allTrials()
	if err != nil {
		log.Fatal(err)
	}
	r := newRunner(trials, *to)
	fmt.Printf("trials %d\n", len(trials))
	for n := *from; n <= *to; n += *step {
		fmt.Printf("try %d\n", n)
		if name, ok := r.noticed(n); ok {
			fmt.Printf("killed %d %s\n", n, name)
		} else {
			fmt.Printf("survived %d\n", n)
		}
	}
}

// trial is one case: run returns what came of it, as text that is always the
// same without a mutant.
type trial struct {
	name string
	run  func() string
}

// runner runs trials.
type runner struct {
	trials []trial
	want   []string
	met    [][]uint64 // by trial: the mutants that it can notice
	count  atomic.Int64
}

func newRunner(trials []trial, mutants int) *runner {
	r := &runner{trials: trials, want: make([]string, len(trials)), met: make([][]uint64, len(trials))}
	for i := range trials {
		r.met[i] = make([]uint64, mutants>>6+1)
		active.Note(r.met[i])
		r.want[i] = r.run(i)
	}
	active.Note(nil)
	go r.watch()
	return r
}

// noticed returns the name of a trial that ends otherwise with mutant n.
func (r *runner) noticed(n int) (string, bool) {
	active.Set(n)
	if change := active.Tables[n]; change != nil {
		undo := change()
		defer undo()
	}
	defer active.Set(0)
	for i := range r.trials {
		if r.met[i][n>>6]>>(n&63)&1 != 0 && r.run(i) != r.want[i] {
			return r.trials[i].name, true
		}
	}
	return "", false
}

// run returns what comes of a trial; a panic is something too.
func (r *runner) run(i int) (result string) {
	defer func() {
		if p := recover(); p != nil {
			result = fmt.Sprint("panic: ", p)
		}
	}()
	r.count.Add(1)
	return r.trials[i].run()
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
		if time.Since(since) > 30*time.Second || m.HeapAlloc > 4<<30 {
			os.Exit(3)
		}
	}
}
