package spec

import (
	"math"
	"time"
)

var durationForm = compiledLate(`^([1-9][0-9]{0,4}h)?([1-9][0-9]{0,4}m)?([1-9][0-9]{0,4}(\.[0-9]{1,3})?s)?([1-9][0-9]{0,4}ms)?$`)

func (r *reader) contract(n *node, at Span) *Contract {
	if n == nil {
		return nil
	}
	m := r.mapping(n, "delivery", "success", "timeout", "retries", "notes")
	retries := r.mapping(m.get("retries"), "retries", "count", "within")
	return &Contract{
		Success: r.success(m),
		Timeout: m.duration("timeout"),
		Retries: retries.int("count", 0, math.MaxInt32, -1),
		Within:  retries.duration("within"),
		Notes:   m.text("notes"),
		Span:    at,
	}
}

func (r *reader) success(m *mapping) []int {
	var codes []int
	first := map[int]Span{}
	r.notEmpty(m.get("success"), "success")
	for _, item := range m.list("success") {
		code := r.asInt(item, "a status code", 100, 599, 0)
		if before, twice := first[code]; twice && code != 0 {
			r.duplicate(item.span, before, "status code", item.text)
			continue
		}
		first[code] = item.span
		codes = append(codes, code)
	}
	return codes
}

// duration reads an optional duration.
func (m *mapping) duration(key string) time.Duration {
	text := m.pattern(key, "bad-duration", durationForm(), "it must be a duration, such as 10s, 1m30s or 500ms")
	if n := m.get(key); n != nil && n.kind == textNode && n.text == "" {
		m.add("bad-duration", n.span, "%s must not be empty", key)
	}
	d, _ := time.ParseDuration(text) // the form admits nothing that does not parse; an absent one is 0
	return d
}
