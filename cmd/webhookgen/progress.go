package main

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// longInput is how long a validation runs before it shows progress.
const longInput = 500 * time.Millisecond

// progress shows on standard error how far a validation has got, if a person
// sees it and has waited for a while. A nil *progress shows nothing.
type progress struct {
	bar     *progressbar.ProgressBar
	started time.Time
	read    int64 // bytes not yet told to the bar
	shown   bool
}

func (p *program) newProgress(sources []source) *progress {
	if !isTerminal(p.stderr) {
		return nil
	}
	return newProgressOn(p.stderr, sources)
}

func newProgressOn(w io.Writer, sources []source) *progress {
	var total int64
	for _, s := range sources {
		if s.fault == nil && s.size == 0 {
			total = -1 // standard input, or a device: nobody knows
			break
		}
		total += s.size
	}
	return &progress{started: time.Now(), bar: progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription("validating"),
		progressbar.OptionShowBytes(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetRenderBlankState(false),
		progressbar.OptionClearOnFinish())}
}

// counting returns a reader over in that moves the bar.
func (g *progress) counting(in io.Reader) io.Reader {
	if g == nil {
		return in
	}
	return countingReader{in, g}
}

type countingReader struct {
	in       io.Reader
	progress *progress
}

func (c countingReader) Read(b []byte) (int, error) {
	n, err := c.in.Read(b)
	c.progress.add(n)
	return n, err
}

func (g *progress) add(n int) {
	g.read += int64(n)
	if time.Since(g.started) < longInput {
		return
	}
	_ = g.bar.Add64(g.read) // it fails only if there are more bytes than a file said it had
	g.read, g.shown = 0, true
}

// clear takes the bar away, so that a line can be written in its place. The
// next add draws it again.
func (g *progress) clear() {
	if g == nil || !g.shown {
		return
	}
	_ = g.bar.Clear()
	g.shown = false
}
