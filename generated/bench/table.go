package main

import (
	"fmt"
	"maps"
	"math"
	"runtime"
	"slices"
	"strings"
)

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
// yardstick each contender is.
func printTable(results map[string]map[string]result, heap int) {
	fmt.Printf("%d MiB of live heap, %s\n\n", heap, runtime.Version())
	fmt.Println("| | validates | chat ns | event ns | closed ns | chat B, allocations | times as fast as encoding/json |")
	fmt.Println("|---|---|---|---|---|---|---|")
	for _, c := range slices.Concat(contenders, checks) {
		var times, ratios []string
		for _, name := range names {
			times = append(times, fmt.Sprintf("%.0f", results[name][c.name].median()))
			ratios = append(ratios, fmt.Sprintf("%.1f", results[name][c.name].timesAsFast(results[name]["encoding/json"])))
		}
		chat := results["chat"][c.name]
		validates := map[bool]string{true: "yes", false: "no"}[c.validates]
		fmt.Printf("| %s | %s | %s | %.0f, %.0f | %s |\n", c.name, validates, strings.Join(times, " | "), chat.bytes, chat.allocs, strings.Join(ratios, " / "))
	}
}

// printStanding prints how webhookgen stands to the fastest of the others.
func printStanding(results map[string]map[string]result) {
	fmt.Println("\n| webhookgen | chat | event | closed |\n|---|---|---|---|")
	row := func(what, format string, of func(ours result, all map[string]result) float64) {
		for _, name := range names {
			what += " | " + fmt.Sprintf(format, of(results[name]["webhookgen"], results[name]))
		}
		fmt.Println("| " + what + " |")
	}
	row("times as fast as the fastest other decoder", "%.1f", func(ours result, all map[string]result) float64 {
		least := math.Inf(1)
		for _, c := range contenders[2:] {
			least = min(least, ours.timesAsFast(all[c.name]))
		}
		return least
	})
	row("part of what json.Valid takes", "%.2f", func(ours result, all map[string]result) float64 {
		return all["json.Valid"].timesAsFast(ours)
	})
	row("times what the fastest check takes", "%.1f", func(ours result, all map[string]result) float64 {
		most := 0.0
		for _, c := range checks {
			most = max(most, all[c.name].timesAsFast(ours))
		}
		return most
	})
}
