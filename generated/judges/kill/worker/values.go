package main

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"strings"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	"github.com/webhookgen/webhookgen/generated/judges"
)

// valueTrials returns every sample, read into Go, with each field in turn set
// to what it cannot or can just be.
func valueTrials() ([]trial, error) {
	deliveries, err := sampleDeliveries()
	if err != nil {
		return nil, err
	}
	w := walker{variants: map[reflect.Type]*variants{}, types: map[reflect.Type][]byte{}, words: map[string][]string{}}
	for _, c := range judges.KitCases(judges.Subjects) {
		if tree, err := conformance.Tree(c.Text); err == nil {
			conformance.Strings(tree, w.words)
		}
	}
	for _, d := range deliveries {
		w.walk("", reflect.ValueOf(d), func() {})
	}
	w.samples = maps.Clone(w.types)
	for _, d := range kitDeliveries() {
		w.walk("", reflect.ValueOf(d), func() {})
	}
	w.collected = true
	for i, d := range deliveries {
		w.delivery = d
		w.walk(fmt.Sprintf("value %d", i), reflect.ValueOf(d), func() {})
	}
	single := w.single()
	return append(append(w.trials, single...), deepValues()...), nil
}

// sampleDeliveries returns what all samples are read as that are accepted.
func sampleDeliveries() ([]judges.Delivery, error) {
	cases, err := judges.Cases(math.MaxInt, judges.Subjects)
	if err != nil {
		return nil, err
	}
	var out []judges.Delivery
	for c := range cases {
		if d, err := c.Subject.Parse(c.Push, c.Text); err == nil {
			out = append(out, d)
		}
	}
	for _, r := range routes() {
		for _, c := range r.cases {
			if d, err := r.parse(c.header, c.body); err == nil {
				out = append(out, d)
			}
		}
	}
	return out, nil
}

// kitDeliveries returns what the kits make: the samples lack most members.
func kitDeliveries() []judges.Delivery {
	var out []judges.Delivery
	for _, c := range judges.KitCases(judges.Subjects) {
		if d, err := c.Subject.Parse(c.Push, c.Text); err == nil {
			out = append(out, d)
		}
	}
	return out
}

var (
	someTexts = []any{"", "\xff", "zzz", "left", "circle", "square", "octagon", "message", "agent", "choice", "data", "time", "txt", "seq", "scalars", "optional", "scalars_repeated", "thread_closed",
		"hexagon", "group", "text", "file", "filled_form", "rich_message", "system_message", "custom", "customer", "name", "email", "question", "textarea", "radio", "select", "checkbox", "group_chooser"}
	someNumbers = []any{int64(math.MinInt64), int64(math.MaxInt64), -6, -5, -1, 0, 1, 2, 5, 6, 7, 9, 10, 11, 100, 101}
	someFloats  = []any{math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, -math.MaxFloat64, -2.0, -1.6, -1.5, -1.0, -0.5, 0.0, 0.1, 0.11, 0.5, 1.0, 1.5, 1.6, 2.0, 9.5, 10.0, 10.5}
	someJSON    = []any{"", "{", "{}", "[]", " {}", " []", "null", "1", "true", `"x"`, "\xff", `{"type":"zzz"}`, `{"type":"circle"}`, `{"type":"message"}`, `{"type":1}`, `{"value":1}`, `{"any":1}`, "{}x",
		strings.Repeat("[", 93) + strings.Repeat("]", 93), strings.Repeat("[", 98) + strings.Repeat("]", 98), strings.Repeat("[", 101) + strings.Repeat("]", 101)}
)
