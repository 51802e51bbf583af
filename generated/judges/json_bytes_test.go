package judges

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// delivery is a real one, or one of its parts.
type delivery struct {
	name string
	body []byte
}

// readDeliveries returns deliveries of every shape, the largest first.
func readDeliveries(t testing.TB) []delivery {
	t.Helper()
	var all []delivery
	for _, pattern := range []string{"../bench/samples/*.json", "../../spec/livechat/testdata/v3.0/valid/*.json"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("nothing in %s: %v", pattern, err)
		}
		for _, path := range paths {
			body, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, delivery{filepath.Base(path), body})
		}
	}
	slices.SortStableFunc(all, func(a, b delivery) int { return len(b.body) - len(a.body) })
	return all
}

// trial counts damaged deliveries and compares what Parse says of them with
// the reference.
type trial struct {
	t                         *testing.T
	stride                    int // of cases, every stride-th is tried
	count, tried, json, wrong int
}

func newTrial(t *testing.T, stride int) *trial {
	if *full {
		stride = 1
	}
	return &trial{t: t, stride: stride}
}

// try compares the verdicts on body. what says how it came about.
func (r *trial) try(what string, body []byte) {
	if r.count++; r.count%r.stride != 0 {
		return
	}
	r.tried++
	got, want := parses(body), fmt.Sprint(strictJSON(body))
	if want == "true" {
		r.json++
	}
	if got != want {
		if r.wrong++; r.wrong <= 20 {
			r.t.Errorf("%s: JSON for Parse: %s, for the reference: %s\n%q", what, got, want, body)
		}
	}
}

// parses says whether Parse takes body for JSON, or how it panics. A delivery
// that Parse returns must pass its own Validate.
func parses(body []byte) (verdict string) {
	defer func() {
		if r := recover(); r != nil {
			verdict = fmt.Sprint("panic: ", r)
		}
	}()
	d, err := livechat.Parse(body)
	if err == nil {
		if err := d.Validate(); err != nil {
			return "accepted, but " + err.Error()
		}
	}
	return fmt.Sprint(!isSyntaxError(err))
}

// report says how much was tried, which must be at least atLeast in all and of
// both verdicts.
func (r *trial) report(atLeast int) {
	r.t.Logf("%d of %d cases tried, %d of them JSON, %d disagreements", r.tried, r.count, r.json, r.wrong)
	if r.count < atLeast || r.json == 0 || r.json == r.tried {
		r.t.Errorf("too few cases: %d of %d, %d of them JSON", r.tried, r.count, r.json)
	}
}

// TestTruncation cuts each delivery at every byte, from either end.
func TestTruncation(t *testing.T) {
	r := newTrial(t, 1)
	for _, d := range readDeliveries(t) {
		for i := range len(d.body) + 1 {
			r.try(fmt.Sprintf("%s up to %d", d.name, i), d.body[:i])
			r.try(fmt.Sprintf("%s from %d", d.name, i), d.body[i:])
		}
	}
	r.report(100_000)
}

// TestFlippedBits flips each bit of each delivery.
func TestFlippedBits(t *testing.T) {
	r := newTrial(t, 17)
	for _, d := range readDeliveries(t) {
		body := slices.Clone(d.body)
		for i := range body {
			for bit := range 8 {
				body[i] ^= 1 << bit
				r.try(fmt.Sprintf("%s, bit %d of byte %d", d.name, bit, i), body)
				body[i] ^= 1 << bit
			}
		}
	}
	r.report(400_000)
}

// TestControlCharacters puts every control character in the place of every
// byte of each delivery.
func TestControlCharacters(t *testing.T) {
	controls := []byte{0x7f}
	for c := range byte(0x20) {
		controls = append(controls, c)
	}
	r := newTrial(t, 71)
	for _, d := range readDeliveries(t) {
		body := slices.Clone(d.body)
		for i, was := range body {
			for _, c := range controls {
				body[i] = c
				r.try(fmt.Sprintf("%s, %#x at %d", d.name, c, i), body)
			}
			body[i] = was
		}
	}
	r.report(1_500_000)
}
