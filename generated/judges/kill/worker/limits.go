package main

import (
	"fmt"
	"strings"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/livechat"
)

// limits returns texts at each limit and beyond it.
func limits() []trial {
	var out []trial
	for i, sample := range samples {
		for n := range 60 {
			n++ // a limit of 0 stands for the default
			for _, l := range []everything.Limits{{Size: len(sample) + n - 20}, {Depth: n}, {Members: n}, {Number: n}, {Exponent: n}} {
				out = append(out, trial{fmt.Sprintf("sample %d within %+v", i, l), func() string {
					e, eerr := l.Parse([]byte(sample))
					c, cerr := livechat.Limits(l).Parse([]byte(sample))
					p, perr := l.ParsePush([]byte(sample))
					return parsed(e, eerr) + parsed(c, cerr) + parsed(p, perr)
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
			out = append(out, trial{fmt.Sprintf("default %s and %d", name, more), func() string {
				return verdict(everything.CheckJSON([]byte(text)))
			}})
		}
	}
	return out
}

func members(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `,"%d":1`, i)
	}
	return "{" + b.String()[1:] + "}"
}
