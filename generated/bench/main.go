package main

import (
	"embed"
	"flag"
	"fmt"
	"os"
	"runtime"
	"slices"
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
	printStanding(decoded)
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
