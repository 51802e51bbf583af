package main

import (
	"strings"

	"github.com/webhookgen/webhookgen/generated/internal/closed"
	"github.com/webhookgen/webhookgen/generated/internal/proofs"
	"github.com/webhookgen/webhookgen/generated/livechat"
)

// proofTrials returns deliveries that are to be proved: signed and forged, and
// with a secret in the body.
func proofTrials() []trial {
	var out []trial
	for _, a := range proofs.Attempts() {
		out = append(out, trial{name: a.Name, run: func(r *report) { r.say(a.Prove()) }})
	}
	for _, body := range []string{
		`{"secret_key":"s"}`, `{"secret_key":"s","action":1}`, `{"x":{"secret_key":"s"}}`, `{"secret_key":"another"}`, `{"secret_key":""}`, `{"secret_key":null}`, `{"secret_key":["s"]}`, `{}`, `[]`, `"s"`, "", "{",
		`{"secret_key":"s"`, `{"secret_key":"s"}x`, `{"secret_key":"s","secret_key":"s"}`, `{"secret_key":"s","x":1,"x":1}`, `{"\u0073ecret_key":"s"}`, `{"secret_key":"\u0073"}`, `{"secret_key":"\x"}`,
		"\ufeff" + `{"secret_key":"s"}`, `{"secret_key":"s","x":` + strings.Repeat("[", 101) + strings.Repeat("]", 101) + `}`, strings.Repeat(" ", 16<<20) + `{"secret_key":"s"}`,
	} {
		for _, secrets := range [][]livechat.Secret{nil, {""}, {"", ""}, {"s"}, {"another"}, {"", "s"}, {"another", "s"}} {
			out = append(out, trial{name: "the secret of " + body[:min(len(body), 60)], run: func(r *report) {
				r.failed(livechat.Verify([]byte(body), secrets...))
			}})
		}
	}
	for _, secrets := range [][]closed.Secret{nil, {"s"}} {
		out = append(out, trial{name: "the secret of a delivery", run: func(r *report) {
			r.failed(closed.Verify(nil, []byte(`{"token":"s"}`), secrets...))
		}})
	}
	return out
}
