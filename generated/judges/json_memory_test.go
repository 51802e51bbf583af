package judges

import (
	"fmt"
	"math"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// unlimited is as much as can be.
var unlimited = livechat.Limits{Size: math.MaxInt, Members: math.MaxInt, Elements: math.MaxInt}

// memory is what one call of Parse needs, in bytes, the body not counted.
type memory struct {
	allocated float64 // in all, garbage too: what the peak is without a collector
	peak      float64 // on the heap at any time, as often as that is looked at
	kept      float64 // by the result
}

// measureMemory runs Parse. The error is that of Parse.
func measureMemory(w worst, limits livechat.Limits, body []byte) (memory, error) {
	var before, after, kept runtime.MemStats
	runtime.GC()
	runtime.GC() // pools need two
	runtime.ReadMemStats(&before)
	stop := watchHeap()
	result, err := w.parse(limits, body)
	peak := stop()
	runtime.ReadMemStats(&after)
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&kept)
	runtime.KeepAlive(result)
	runtime.KeepAlive(body)
	return memory{
		allocated: float64(after.TotalAlloc - before.TotalAlloc),
		peak:      peak - float64(before.HeapAlloc),
		kept:      float64(kept.HeapAlloc) - float64(before.HeapAlloc),
	}, err
}

// watchHeap looks at the heap again and again until its result is called,
// which returns the largest size.
func watchHeap() (stop func() float64) {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	done, result := make(chan bool), make(chan float64)
	go func() {
		largest := uint64(0)
		for {
			metrics.Read(sample)
			largest = max(largest, sample[0].Value.Uint64())
			select {
			case <-done:
				result <- float64(largest)
				return
			case <-time.After(200 * time.Microsecond):
			}
		}
	}()
	return func() float64 {
		close(done)
		return <-result
	}
}

// worstBody returns one of the worst bodies, of at most size bytes. Its number
// of parts is one at which lists and maps have just grown.
func worstBody(w worst, size int) []byte {
	parts := 1
	for next := 5; ; next = 2*next + 3 {
		body := w.make(next)
		if len(body) > size || next > size {
			return w.make(parts)
		}
		parts = next
	}
}

// BenchmarkMemory says what Parse needs for the worst bodies of up to 4 MiB
// without a limit of elements, as multiples of the body.
func BenchmarkMemory(b *testing.B) {
	for _, w := range worstBodies() {
		b.Run(w.name, func(b *testing.B) { report(b, w, unlimited, worstBody(w, 4<<20)) })
	}
}

// BenchmarkMemoryDefault says what Parse needs for bodies of the default size,
// most of which have too many elements and are refused on the way.
func BenchmarkMemoryDefault(b *testing.B) {
	for _, w := range worstBodies() {
		b.Run(w.name, func(b *testing.B) { report(b, w, livechat.Limits{}, worstBody(w, 16<<20)) })
	}
}

// TestMemory checks that the limits bound what any body can have Parse
// allocate, garbage included: so much for each byte, so much for each element.
func TestMemory(t *testing.T) {
	const perByte, perElement, overhead = 16, 512, 64 << 10
	limits := livechat.Limits{Size: 1 << 20, Elements: 5000}
	refused := 0
	for _, w := range worstBodies() {
		body := worstBody(w, limits.Size)
		m, err := measureMemory(w, limits, body)
		if isBeyondLimit(err) {
			refused++
		}
		if bound := float64(perByte*len(body) + perElement*limits.Elements + overhead); m.allocated > bound {
			t.Errorf("%s: %.0f bytes for a body of %d (%v), more than %.0f", w.name, m.allocated, len(body), err, bound)
		}
	}
	if refused < 10 {
		t.Errorf("only %d bodies have too many elements", refused)
	}
}

// maxPeak is what the README says: the most that Parse needs at any time for a
// body that it accepts, as a multiple of the body.
const maxPeak = 200

// TestPeak checks that no body needs more. The smallest objects in a list come
// near it; what the collector of Go has not looked at yet comes on top.
func TestPeak(t *testing.T) {
	const collector = 16 << 20
	largest := 0.0
	for _, w := range worstBodies() {
		body := worstBody(w, 350<<10)
		bound := maxPeak*float64(len(body)) + collector
		peak, err := leastPeak(w, body, bound)
		if isBeyondLimit(err) {
			t.Logf("%s: %v", w.name, err)
		}
		largest = max(largest, peak/float64(len(body)))
		if peak > bound {
			t.Errorf("%s: %.0f bytes for a body of %d (%v)", w.name, peak, len(body), err)
		}
	}
	t.Logf("at most %.0f times the body, with what the collector has not looked at yet", largest)
}

// leastPeak returns a peak within bound, or the least of a few: what the
// collector has not looked at yet is the more the busier the machine is. The
// error is that of Parse.
func leastPeak(w worst, body []byte, bound float64) (peak float64, err error) {
	peak = math.Inf(1)
	for run := 0; run < 5 && peak > bound; run++ {
		var m memory
		m, err = measureMemory(w, livechat.Limits{}, body)
		peak = min(peak, m.peak)
	}
	return peak, err
}

// isBeyondLimit says whether an error is any package's *SyntaxError.
func isBeyondLimit(err error) bool { return strings.HasSuffix(fmt.Sprintf("%T", err), ".SyntaxError") }

func report(b *testing.B, w worst, limits livechat.Limits, body []byte) {
	var m memory
	var err error
	for range b.N {
		m, err = measureMemory(w, limits, body)
	}
	refused := 0.0
	if isBeyondLimit(err) {
		refused = 1
	}
	size := float64(len(body))
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(m.allocated/size, "allocated/body")
	b.ReportMetric(m.peak/size, "peak/body")
	b.ReportMetric(m.kept/size, "kept/body")
	b.ReportMetric(m.peak/(1<<20), "peak-MiB")
	b.ReportMetric(refused, "refused")
}
