package main

import (
	"fmt"
	"strings"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/livechat"
)

// limited are texts in which lists and maps are longer than all around them.
var limited = []sample{
	{text: `{"token":"t","delivery":"d","version":1,"event":"maps","body":{"texts":{"a":"","b":"","c":"","d":"","e":"","f":"","g":"","h":"","i":"","j":"","k":"","l":""},` +
		`"flags":{},"nulls":{},"objects":{},"unions":{},"deep":{},"anything":{},"wrapped":{},"kinds":{}}}`},
	{text: `{"webhook_id":"a","secret_key":"b","action":"customer_created","payload":{"customer":{"id":"","type":"customer","last_visit":{"last_pages":[{},{},{},{},{},{},{},{},{},{},{},{}]}}}}`},
	{text: `{"token":"t","delivery":"d","version":1,"event":"tried","body":{"id":1,"members":["left",[],[[],[]],{"id":1,"members":[]},["right"]]}}`},
}

// limitTrials returns texts at each limit and beyond it.
func limitTrials() []trial {
	var out []trial
	for i, sample := range append(limited, samples...) {
		for n := range 60 {
			n++ // a limit of 0 stands for the default
			for _, l := range []everything.Limits{{Size: len(sample.text) + n - 20}, {Depth: n}, {Members: n}, {Number: n}, {Exponent: n}, {Elements: n}} {
				out = append(out, trial{name: fmt.Sprintf("sample %d within %+v", i, l), run: func(r *report) {
					e, err := l.Parse([]byte(sample.text))
					r.parsed(e, err)
					c, err := livechat.Limits(l).Parse([]byte(sample.text))
					r.parsed(c, err)
					p, err := l.ParsePush([]byte(sample.text))
					r.parsed(p, err)
				}})
			}
		}
	}
	return append(out, defaults()...)
}

// defaults returns texts at each default limit and beyond it.
func defaults() []trial {
	var out []trial
	for _, more := range []int{0, 1} {
		for name, text := range map[string]string{
			"size":     `"` + strings.Repeat("a", 16<<20-2+more) + `"`,
			"depth":    strings.Repeat("[", 100+more) + strings.Repeat("]", 100+more),
			"number":   strings.Repeat("1", 512+more),
			"exponent": fmt.Sprintf("1e%d", 1000+more),
			"members":  members(65536 + more),
		} {
			out = append(out, trial{name: fmt.Sprintf("default %s and %d", name, more), run: func(r *report) {
				r.failed(everything.CheckJSON([]byte(text)))
			}})
		}
		body := `{"token":"","delivery":"","version":1,"event":"aliases","body":{"tags":["` + strings.Repeat(`","`, 1<<18-1+more) + `"]}}`
		out = append(out, trial{name: fmt.Sprintf("default elements and %d", more), run: func(r *report) {
			d, err := everything.Parse([]byte(body))
			r.parsed(d, err)
		}})
	}
	for n := range 40 {
		out = append(out, trial{name: fmt.Sprintf("%d wrong elements", n+1), run: func(r *report) {
			var v everything.Tags
			r.failed(v.UnmarshalJSON([]byte("[" + strings.Repeat("1,", n) + "1]")))
		}})
	}
	tried := `{"token":"t","delivery":"d","version":1,"event":"trials","body":{"list":[` + strings.Repeat("1,", 30) + `1],"first":{"a":[[]]}}}`
	out = append(out, trial{name: "a union by trial behind enough violations", run: func(r *report) {
		d, err := everything.Parse([]byte(tried))
		r.parsed(d, err)
	}})
	return out
}

func members(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `,"%d":1`, i)
	}
	return "{" + b.String()[1:] + "}"
}
