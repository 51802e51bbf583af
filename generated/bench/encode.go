package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/webhookgen/webhookgen/generated/bench/plain"
	"github.com/webhookgen/webhookgen/generated/livechat"
)

// encoders lists the ways to write the payload of a sample: AppendJSON, and
// reflection over types of the same members without methods.
func encoders(name string, body []byte) []contender {
	d, err := livechat.Parse(body)
	if err != nil {
		fatal(err)
	}
	byHand := plainPayload(body)
	var buffer []byte
	appended := func([]byte) (err error) {
		buffer, err = d.Payload.AppendJSON(buffer[:0])
		return err
	}
	reflected := func([]byte) error {
		_, err := json.Marshal(byHand)
		return err
	}
	if err := appended(nil); err != nil {
		fatal(err)
	}
	if want, err := json.Marshal(byHand); err != nil || !sameMembers(buffer, want) {
		fatal(fmt.Errorf("%s: AppendJSON writes\n%s\nencoding/json\n%s", name, buffer, want))
	}
	return []contender{{"AppendJSON", true, appended}, {"json.Marshal", false, reflected}}
}

// plainPayload decodes the payload of a sample into types without methods.
func plainPayload(body []byte) any {
	var d plain.Delivery
	if err := json.Unmarshal(body, &d); err != nil {
		fatal(err)
	}
	payload := map[string]any{
		"incoming_chat_thread": new(plain.IncomingChatThread),
		"incoming_event":       new(plain.IncomingEvent),
		"thread_closed":        new(plain.ThreadClosed),
	}[d.Action]
	if err := json.Unmarshal(d.Payload, payload); err != nil {
		fatal(err)
	}
	return payload
}

// sameMembers compares two texts but for the order of members, which differs
// where a union is one wide struct.
func sameMembers(a, b []byte) bool {
	sorted := func(text []byte) []byte {
		var v any
		if err := json.Unmarshal(text, &v); err != nil {
			fatal(err)
		}
		out, err := json.Marshal(v)
		if err != nil {
			fatal(err)
		}
		return out
	}
	return len(a) == len(b) && bytes.Equal(sorted(a), sorted(b))
}

func printEncoding(results map[string]map[string]result) {
	fmt.Println("\nEncoding a payload, ns:\n\n| | chat | event | closed |\n|---|---|---|---|")
	var ratios []string
	for _, contender := range []string{"AppendJSON", "json.Marshal"} {
		row := "| " + contender
		for _, name := range names {
			row += fmt.Sprintf(" | %.0f", results[name][contender].median())
		}
		fmt.Println(row + " |")
	}
	for _, name := range names {
		ratios = append(ratios, fmt.Sprintf("%.1f", results[name]["AppendJSON"].timesAsFast(results[name]["json.Marshal"])))
	}
	fmt.Println("| times as fast | " + strings.Join(ratios, " | ") + " |")
}
