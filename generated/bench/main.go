package main

import (
	"embed"
	"flag"
	"fmt"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"
)

//go:embed samples/*.json
var samples embed.FS

// names are the samples: large, and two small ones.
var names = []string{"chat", "event", "closed"}

func main() {
	rounds := flag.Int("rounds", 25, "how often each contender has its turn")
	turn := flag.Duration("turn", 100*time.Millisecond, "how long one turn takes: short ones are unfair to those that keep buffers, which the garbage of others costs them")
	heap := flag.Int("heap", 64, "MiB of live heap")
	few := flag.Bool("few", false, "measure webhookgen and encoding/json alone, and decoding alone")
	lines := flag.Bool("benchstat", false, "print lines for benchstat instead of the table")
	flag.Parse()

	ballast := make([][]byte, *heap)
	for i := range ballast {
		ballast[i] = make([]byte, 1<<20)
	}
	if *few {
		contenders, checks = contenders[:3], checks[:1]
	}
	decoded := measured(func(string, []byte) []contender { return slices.Concat(contenders, checks) }, *rounds, *turn)
	if *few {
		runtime.KeepAlive(ballast)
		printTable(decoded, *heap)
		return
	}
	encoded := measured(encoders, *rounds, *turn)
	hostile := bounds(*rounds, *turn)
	runtime.KeepAlive(ballast)
	if *lines {
		printLines(decoded)
		printLines(encoded)
		return
	}
	printTable(decoded, *heap)
	printEncoding(encoded)
	printBounds(hostile)
}

// measured measures what list returns for each sample.
func measured(list func(name string, body []byte) []contender, rounds int, turn time.Duration) map[string]map[string]result {
	results := map[string]map[string]result{}
	for _, name := range names {
		body, err := samples.ReadFile("samples/" + name + ".json")
		if err != nil {
			fatal(err)
		}
		results[name] = measure(list(name, body), body, rounds, turn)
	}
	return results
}

func fatal(err error) {
	fmt.Fprintln(os.Stderr, "bench:", err)
	os.Exit(1)
}

// result is what one contender needs for one sample.
type result struct {
	turns  []float64 // nanoseconds for one delivery, a number for each turn
	bytes  float64   // allocated for one delivery
	allocs float64
}

// median is the turn in the middle. A turn is long enough for the garbage that
// it makes to be collected within it, so that nobody is spared that.
func (r result) median() float64 {
	turns := slices.Sorted(slices.Values(r.turns))
	return turns[len(turns)/2]
}

// measure gives the contenders their turns, one after the other, again and again.
func measure(list []contender, body []byte, rounds int, turn time.Duration) map[string]result {
	results := map[string]result{}
	counts := map[string]int{}
	for _, c := range list {
		counts[c.name] = calibrate(c, body, turn)
		results[c.name] = allocations(c, body)
	}
	for range rounds {
		for _, c := range list {
			r := results[c.name]
			n := counts[c.name]
			start := time.Now()
			repeat(c, body, n)
			r.turns = append(r.turns, float64(time.Since(start).Nanoseconds())/float64(n))
			results[c.name] = r
		}
	}
	return results
}

func repeat(c contender, body []byte, n int) {
	for range n {
		if err := c.run(body); err != nil {
			fatal(fmt.Errorf("%s: %w", c.name, err))
		}
	}
}

// calibrate returns how many deliveries fill a turn. The first ones do not
// count: some contenders compile what they need then, which takes longer than a
// turn.
func calibrate(c contender, body []byte, turn time.Duration) int {
	repeat(c, body, 100)
	for n := 1; ; n *= 2 {
		start := time.Now()
		repeat(c, body, n)
		if time.Since(start) > turn/2 {
			return n
		}
	}
}

func allocations(c contender, body []byte) result {
	const n = 200
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	repeat(c, body, n)
	runtime.ReadMemStats(&after)
	return result{
		bytes:  float64(after.TotalAlloc-before.TotalAlloc) / n,
		allocs: float64(after.Mallocs-before.Mallocs) / n,
	}
}

// printLines prints what benchstat reads.
func printLines(results map[string]map[string]result) {
	for _, name := range names {
		for _, contender := range slices.Sorted(maps.Keys(results[name])) {
			r := results[name][contender]
			for _, ns := range r.turns {
				fmt.Printf("Benchmark%s/%s 1 %.1f ns/op %.0f B/op %.0f allocs/op\n", name, strings.ReplaceAll(contender, " ", "_"), ns, r.bytes, r.allocs)
			}
		}
	}
}

// printTable prints the median turns, and how many times as fast as the
// yardstick each contender is by them.
func printTable(results map[string]map[string]result, heap int) {
	fmt.Printf("%d MiB of live heap, %s\n\n", heap, runtime.Version())
	fmt.Println("| | validates | chat ns | event ns | closed ns | chat B, allocations | times as fast as encoding/json |")
	fmt.Println("|---|---|---|---|---|---|---|")
	for _, c := range slices.Concat(contenders, checks) {
		var times, ratios []string
		for _, name := range names {
			ns := results[name][c.name].median()
			times = append(times, fmt.Sprintf("%.0f", ns))
			ratios = append(ratios, fmt.Sprintf("%.1f", results[name]["encoding/json"].median()/ns))
		}
		chat := results["chat"][c.name]
		validates := map[bool]string{true: "yes", false: "no"}[c.validates]
		fmt.Printf("| %s | %s | %s | %.0f, %.0f | %s |\n", c.name, validates, strings.Join(times, " | "), chat.bytes, chat.allocs, strings.Join(ratios, " / "))
	}
}
