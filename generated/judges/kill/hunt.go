package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
)

// fate is what became of a mutant.
type fate struct {
	killed bool
	by     string // the case that noticed
}

// hunt runs workers, each on every step-th mutant.
type hunt struct {
	worker     string
	last, step int
	fates      []fate
}

func (h *hunt) run() error {
	var group sync.WaitGroup
	errs := make([]error, h.step)
	for i := range h.step {
		group.Add(1)
		go func() {
			defer group.Done()
			errs[i] = h.share(1 + i)
		}()
	}
	group.Wait()
	return errors.Join(errs...)
}

// share hunts the mutants from one on. Where a worker dies, the mutant that it
// was at is noticed by that, and another goes on.
func (h *hunt) share(from int) error {
	for from <= h.last {
		at, err := h.work(from)
		switch {
		case err == nil:
			return nil
		case at == 0:
			return fmt.Errorf("worker: %w", err)
		}
		h.fates[at] = fate{true, "the end of its process: " + err.Error()}
		from = at + h.step
	}
	return nil
}

// work runs a worker and returns the mutant that it was at in the end.
func (h *hunt) work(from int) (at int, err error) {
	worker := exec.Command(h.worker, "-from", strconv.Itoa(from), "-step", strconv.Itoa(h.step), "-to", strconv.Itoa(h.last))
	out, err := worker.StdoutPipe()
	if err != nil {
		return 0, err
	}
	if err := worker.Start(); err != nil {
		return 0, err
	}
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		words := strings.SplitN(lines.Text(), " ", 3)
		n, err := strconv.Atoi(words[1])
		if err != nil {
			return 0, err
		}
		switch words[0] {
		case "try":
			at = n
			if n%500 < h.step {
				fmt.Fprintf(os.Stderr, "%d of %d\n", n, h.last)
			}
		case "killed":
			h.fates[n] = fate{true, words[2]}
		}
	}
	return at, errors.Join(lines.Err(), worker.Wait())
}
