package main

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// bound is a body and what it is measured by: one that is accepted.
type bound struct {
	name   string
	body   []byte
	by     string // name of the yardstick
	accept bool
}

// bound bodies: large ones, and such as were made to be expensive.
func boundBodies() []bound {
	small, err := samples.ReadFile("samples/chat.json")
	if err != nil {
		fatal(err)
	}
	closed, err := samples.ReadFile("samples/closed.json")
	if err != nil {
		fatal(err)
	}
	tiny := func(chat string) []byte { // of 0.25 KB
		return []byte(`{"webhook_id":"wh_71f0c2","secret_key":"hush-hush-8842","action":"incoming_chat_thread","license_id":104772,"payload":{"chat":{` + chat + `}}}`)
	}
	tinyEvents := func(element string, n int) []byte {
		return tiny(`"thread":{"events":[` + strings.Repeat(element+",", n-1) + element + `]}`)
	}
	entries := ""
	for c := 'a'; c < 't'; c++ {
		entries += fmt.Sprintf(`"%c":1,`, c)
	}
	event := inner(string(small), `"events":[`, ']')
	events := func(n int) []byte {
		return bytes.Replace(small, []byte(event), []byte(strings.TrimSuffix(strings.Repeat(event+",", n), ",")), 1)
	}
	size := func(target int) int { return max(1, target/(len(event)+1)) }
	large := events(size(1 << 20))
	unknown := func(n int, name func(int) string) []byte {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `"%s":%d,`, name(i), i)
		}
		return bytes.Replace(small, []byte(`"webhook_id"`), []byte(b.String()+`"webhook_id"`), 1)
	}
	last := func(body []byte, from, to string) []byte {
		i := bytes.LastIndex(body, []byte(from))
		if i < 0 {
			fatal(fmt.Errorf("the sample has no %s", from))
		}
		return bytes.Join([][]byte{body[:i], []byte(to), body[i+len(from):]}, nil)
	}
	medium := events(size(64 << 10))
	of := func(element string, target int) []byte {
		return bytes.Replace(small, []byte(event), []byte(strings.Repeat(element+",", target/(len(element)+1))+element), 1)
	}
	return []bound{
		{"chat", small, "chat", true},
		{"closed thread", closed, "closed thread", true},
		{"chat of 64 KB", medium, "chat", true},
		{"chat of 1 MB", large, "chat", true},
		{"1,000 unknown members", unknown(1000, func(i int) string { return fmt.Sprintf("member_%04d", i) }), "chat", true},
		{"1,000 unknown members of one length and end", unknown(1000, func(i int) string { return fmt.Sprintf("%04d_the_same_end", i) }), "chat", true},
		{"10,000 unknown members", unknown(10_000, func(i int) string { return fmt.Sprintf("m%d", i) }), "chat", true},
		{"wrong at the end", last(medium, `"id":"`, `"id":1,"x":"`), "chat of 64 KB", false},
		{"wrong in every event", bytes.ReplaceAll(medium, []byte(`"created_at":"`), []byte(`"created_at":1,"x":"`)), "chat of 64 KB", false},
		{"every event empty", of("{}", 64<<10), "chat of 64 KB", false},
		{"every event of a wrong kind", of("1", 64<<10), "chat of 64 KB", false},
		{"every event lists in lists", of("[[[[1]]]]", 64<<10), "chat of 64 KB", false},
		{"every event without its members", of(`{"type":"message"}`, 64<<10), "chat of 64 KB", false},
		{"every event empty, 2.5 KB", of("{}", 600), "chat", false},
		{"chat of 0.25 KB", tiny(`"id":"QW7R","users":[],"properties":{},"thread":{"id":"LM4P","user_ids":[],"events":[{"id":"a","type":"custom"}]}`), "closed thread", true},
		{"empty events, 0.25 KB", tinyEvents("{}", 34), "chat of 0.25 KB", false},
		{"events of a wrong kind, 0.25 KB", tinyEvents("1", 50), "chat of 0.25 KB", false},
		{"events without their members, 0.25 KB", tinyEvents(`{"type":"custom"}`, 6), "chat of 0.25 KB", false},
		{"a map of wrong values, 0.25 KB", tiny(`"properties":{` + entries + `"z":1}`), "chat of 0.25 KB", false},
		{"breaks off", medium[:len(medium)-1], "chat of 64 KB", false},
		{"trailing data", append(bytes.Clone(medium), '1'), "chat of 64 KB", false},
		{"a member twice at the end", append(bytes.Clone(medium[:len(medium)-1]), `,"action":"x"}`...), "chat of 64 KB", false},
	}
}

// inner returns what stands between from and the bracket that closes it.
func inner(text, from string, bracket byte) string {
	start := strings.Index(text, from) + len(from)
	depth := 0
	for i := start; i < len(text); i++ {
		switch c := text[i]; {
		case c == bracket && depth == 0:
			return text[start:i]
		case c == '{', c == '[':
			depth++
		case c == '}', c == ']':
			depth--
		}
	}
	fatal(fmt.Errorf("the sample has no %s", from))
	return ""
}

// boundResult is what a bound costs for each byte, as a multiple of its
// yardstick.
type boundResult struct {
	bound
	perByte float64
	times   float64
}

func bounds(rounds int, turn time.Duration) []boundResult {
	list := boundBodies()
	var runs []contender
	for _, b := range list {
		_, err := livechat.Parse(b.body)
		if (err == nil) != b.accept {
			fatal(fmt.Errorf("%s: accepted %v: %w", b.name, err == nil, err))
		}
		runs = append(runs, contender{b.name, true, func([]byte) error { _, _ = livechat.Parse(b.body); return nil }})
	}
	results := measure(runs, nil, rounds, turn)
	byName := map[string]bound{}
	var out []boundResult
	for _, b := range list {
		byName[b.name] = b
		yardstick := byName[b.by]
		times := results[yardstick.name].timesAsFast(results[b.name]) * float64(len(yardstick.body)) / float64(len(b.body))
		out = append(out, boundResult{b, results[b.name].median() / float64(len(b.body)), times})
	}
	return out
}

func printBounds(results []boundResult) {
	fmt.Println("\nLarge and hostile bodies:\n\n| body | bytes | accepted | ns for a byte | times that of |\n|---|---|---|---|---|")
	for _, r := range results {
		fmt.Printf("| %s | %d | %v | %.2f | %.2f × %s |\n", r.name, len(r.body), r.accept, r.perByte, r.times, r.by)
	}
}
