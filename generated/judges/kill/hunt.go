package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
)

// fate is what became of a mutant.
type fate struct {
	how string // killed, reworded or survived, as the worker says
	by  string // the case that noticed
}

// hunt has workers look for a case that notices each mutant.
type hunt struct {
	worker string
	next   chan int // numbers of mutants
	fates  []fate
}

// run starts as many workers as that.
func (h *hunt) run(workers int) error {
	h.next = make(chan int)
	var group sync.WaitGroup
	errs := make([]error, workers)
	for i := range workers {
		group.Add(1)
		go func() {
			defer group.Done()
			errs[i] = h.share()
			for range h.next { // the others come to an end, too
			}
		}()
	}
	for n := 1; n < len(h.fates); n++ {
		if n%500 == 0 {
			fmt.Fprintf(os.Stderr, "%d of %d\n", n, len(h.fates)-1)
		}
		h.next <- n
	}
	close(h.next)
	group.Wait()
	return errors.Join(errs...)
}

// share hunts as long as there are mutants. Where a worker dies, the mutant
// that it was at is noticed by that, and another goes on.
func (h *hunt) share() error {
	for {
		at, err := h.work()
		switch {
		case err == nil:
			return nil
		case at == 0:
			return fmt.Errorf("worker: %w", err)
		}
		h.fates[at] = fate{"killed", "the end of its process: " + err.Error()}
	}
}

// work runs a worker and returns the mutant that it was at if it failed.
func (h *hunt) work() (at int, err error) {
	worker := exec.Command(h.worker, "-mutants", fmt.Sprint(len(h.fates)))
	worker.Stderr = os.Stderr
	in, err := worker.StdinPipe()
	if err != nil {
		return 0, err
	}
	out, err := worker.StdoutPipe()
	if err != nil {
		return 0, err
	}
	if err := worker.Start(); err != nil {
		return 0, err
	}
	at, err = h.ask(in, bufio.NewReader(out))
	in.Close()
	return at, errors.Join(err, worker.Wait())
}

// ask asks a worker about one mutant after another.
func (h *hunt) ask(in io.Writer, out *bufio.Reader) (at int, err error) {
	if _, err := out.ReadString('\n'); err != nil { // it is ready
		return 0, err
	}
	for at = range h.next {
		if _, err := fmt.Fprintln(in, at); err != nil {
			return at, err
		}
		line, err := out.ReadString('\n')
		if err != nil {
			return at, err
		}
		h.fates[at].how, h.fates[at].by, _ = strings.Cut(strings.TrimSuffix(line, "\n"), " ")
	}
	return at, nil
}
