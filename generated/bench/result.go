package main

import "slices"

// result is what one contender needs for one sample.
type result struct {
	turns  []float64 // nanoseconds for one delivery, a number for each round
	bytes  float64   // allocated for one delivery
	allocs float64
}

// median is the turn in the middle. A turn is long enough for the garbage that
// it makes to be collected within it, so that nobody is spared that.
func (r result) median() float64 { return middle(r.turns) }

// timesAsFast is how many times as fast as o it is: the round in the middle, by
// the ratio of the two turns in each. What a noisy machine does for a while, it
// does to both turns of a round. Medians of turns can be of different times.
func (r result) timesAsFast(o result) float64 {
	ratios := make([]float64, len(r.turns))
	for i := range ratios {
		ratios[i] = o.turns[i] / r.turns[i]
	}
	return middle(ratios)
}

func middle(list []float64) float64 {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}
