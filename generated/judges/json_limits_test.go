package judges

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// envelope is a delivery around a payload, which comes before its action if
// late is set: the decoder then passes over it before it reads it.
func envelope(action, payload string, late bool) []byte {
	parts := []string{`"action":"` + action + `"`, `"payload":` + payload}
	if late {
		parts[0], parts[1] = parts[1], parts[0]
	}
	return []byte(`{"webhook_id":"w","secret_key":"s",` + parts[0] + "," + parts[1] + "}")
}

// limitPlaces are where a value of any kind, or of one kind, can stand: in a
// member that nobody knows, in a raw one, in typed ones.
var limitPlaces = map[string]struct {
	action, payload string
	depth           int // of objects and lists around it
}{
	"unknown member": {"incoming_multicast", `{"content":0,"x":%s}`, 2},
	"raw member":     {"incoming_multicast", `{"content":%s}`, 2},
	"unknown action": {"no_such_action", `{"x":%s}`, 2},
	"string map":     {"incoming_chat_thread", `{"chat":{"id":"","properties":{},"thread":{"id":"","user_ids":[]},"users":[{"type":"customer","id":"","fields":%s}]}}`, 5},
	"integer":        {"access_set", `{"resource":"chat","id":"","access":{"group_ids":[%s]}}`, 4},
	"payload":        {"incoming_multicast", `%s`, 1},
	"strings":        {"chat_properties_deleted", `{"chat_id":"","properties":{"x":%s}}`, 3},
}

func nested(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }

// stringMembers is an object of n members that are strings.
func stringMembers(n int) string { return strings.ReplaceAll(membersText(n), ":0", `:""`) }

// payloadMembers is a payload of n members, of which one is known.
func payloadMembers(n int) string { return `{"content":0,` + membersText(n - 1)[1:] }

// emptyStrings is a list of n strings.
func emptyStrings(n int) string { return "[" + strings.Repeat(`"",`, n-1) + `""]` }

func zeros(n int) string { return strings.Repeat("0,", n-1) + "0" }

// limitTests make what is size large, for a limit of that size. The default
// limits follow from the zero Limits.
var limitTests = []struct {
	name   string
	place  string
	set    func(limit int) livechat.Limits
	normal int // the default
	make   func(size, depth int) string
}{
	{"depth", "unknown member", setDepth, 100, func(n, depth int) string { return nested(n - depth) }},
	{"depth", "raw member", setDepth, 100, func(n, depth int) string { return nested(n - depth) }},
	{"depth", "unknown action", setDepth, 100, func(n, depth int) string { return nested(n - depth) }},
	{"members", "unknown member", setMembers, 65536, func(n, _ int) string { return membersText(n) }},
	{"members", "raw member", setMembers, 65536, func(n, _ int) string { return membersText(n) }},
	{"members", "payload", setMembers, 65536, func(n, _ int) string { return payloadMembers(n) }},
	{"members", "string map", setMembers, 65536, func(n, _ int) string { return stringMembers(n) }},
	{"number", "unknown member", setNumber, 512, func(n, _ int) string { return strings.Repeat("1", n) }},
	{"number", "raw member", setNumber, 512, func(n, _ int) string { return "-0." + strings.Repeat("1", n-3) }},
	{"number", "integer", setNumber, 512, func(n, _ int) string { return "1." + strings.Repeat("0", n-2) }},
	{"short number", "integer", setNumber, 512, func(n, _ int) string {
		if n > 18 {
			return "-0." + strings.Repeat("0", n-3)
		}
		return strings.Repeat("1", n)
	}},
	{"exponent", "unknown member", setExponent, 1000, func(n, _ int) string { return fmt.Sprint("1e", n) }},
	{"exponent", "raw member", setExponent, 1000, func(n, _ int) string { return fmt.Sprint("-1.5E-", n) }},
	{"exponent", "integer", setExponent, 1000, func(n, _ int) string { return fmt.Sprint("0e+", n) }},
	{"elements", "integer", setElements, 1 << 18, func(n, _ int) string { return zeros(n) }},
	{"elements", "strings", setElements, 1 << 18, func(n, _ int) string { return emptyStrings(n - 1) }},
}

func setDepth(n int) livechat.Limits    { return livechat.Limits{Depth: n} }
func setMembers(n int) livechat.Limits  { return livechat.Limits{Members: n} }
func setNumber(n int) livechat.Limits   { return livechat.Limits{Number: n} }
func setExponent(n int) livechat.Limits { return livechat.Limits{Exponent: n} }
func setElements(n int) livechat.Limits { return livechat.Limits{Elements: n} }

// TestLimits checks each limit, at the default and elsewhere, in each place:
// what is at the limit is accepted, what is one beyond it is refused.
func TestLimits(t *testing.T) {
	for _, test := range limitTests {
		place := limitPlaces[test.place]
		for _, late := range []bool{false, true} {
			for _, limit := range []int{10, 17, 200, test.normal} {
				limits := test.set(limit)
				if limit == test.normal {
					limits = livechat.Limits{}
				}
				for size, want := range map[int]bool{limit: true, limit + 1: false} {
					body := envelope(place.action, fmt.Sprintf(place.payload, test.make(size, place.depth)), late)
					if err := limited(limits, body); (err == nil) != want {
						t.Errorf("%s %d in %s, late %v, limit %d: %v", test.name, size, test.place, late, limit, err)
					}
				}
			}
		}
	}
}

// TestSizeLimit checks the limit of the whole body.
func TestSizeLimit(t *testing.T) {
	body := envelope("incoming_multicast", `{"content":0}`, false)
	for _, limit := range []int{len(body), 1000, 16 << 20} {
		limits := livechat.Limits{Size: limit}
		if limit == 16<<20 {
			limits = livechat.Limits{}
		}
		padded := append(body, strings.Repeat(" ", limit-len(body))...)
		if err := limited(limits, padded); err != nil {
			t.Errorf("%d bytes: %v", limit, err)
		}
		if err := limited(limits, append(padded, ' ')); err == nil {
			t.Errorf("%d bytes and one: accepted", limit)
		}
	}
}

// limited parses a body and returns a violation of its limits. Anything else
// that is wrong is a mistake in the test.
func limited(limits livechat.Limits, body []byte) error {
	_, err := limits.Parse(body)
	var syntax *livechat.SyntaxError
	if err != nil && !(errors.As(err, &syntax) && strings.Contains(syntax.Problem, "limit")) {
		panic(fmt.Sprintf("%v: %.200s", err, body))
	}
	return err
}
