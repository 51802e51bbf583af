package judges

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/webhookgen/webhookgen/generated/livechat"
	"github.com/webhookgen/webhookgen/templates/runtime"
)

// noAction is one that the generated package does not know, so that its
// payload can hold anything.
const noAction livechat.Action = "no_such_action"

// jsonReaders say whether a text is JSON. Ours come first.
var jsonReaders = []struct {
	name string
	is   func(text []byte) bool
}{
	{"scanner", func(text []byte) bool { return runtime.CheckJSON(text) == nil }},
	{"payload", func(text []byte) bool { return payloadIsJSON(text) }},
	{"member", func(text []byte) bool { return payloadIsJSON([]byte(`{"v":` + string(text) + `}`)) }},
	{"delivery", func(text []byte) bool { return deliveryIsJSON(text) }},
	{"strict", strictJSON},
	{"encoding/json", json.Valid},
	{"json/v2", func(text []byte) bool { return jsontext.Value(text).IsValid() }},
}

// payloadIsJSON asks the decoder. A text that is JSON and no payload is a
// violation, not broken syntax.
func payloadIsJSON(text []byte) bool {
	_, err := livechat.ParsePayload(noAction, text)
	return !isSyntaxError(err)
}

func deliveryIsJSON(text []byte) bool {
	_, err := livechat.Parse(text)
	return !isSyntaxError(err)
}

func isSyntaxError(err error) bool {
	var syntax *livechat.SyntaxError
	return errors.As(err, &syntax)
}

// readerClass is a line of differences.txt.
type readerClass struct{ reader, class string }

func readJSONDifferences(t *testing.T) map[readerClass]bool {
	differences := map[readerClass]bool{}
	for where, line := range lines(t, "testdata/json/differences.txt") {
		entry, reason, _ := strings.Cut(line, "#")
		if fields := strings.Fields(entry); len(fields) == 2 && reason != "" {
			differences[readerClass{fields[0], fields[1]}] = true
		} else {
			t.Errorf("%s: want a reader, a class and a reason", where)
		}
	}
	return differences
}

// TestJSONCorpus checks that every reader gives the verdict of every case,
// but for the classes in which differences.txt says that it differs: there it
// differs in every case.
func TestJSONCorpus(t *testing.T) {
	differences := readJSONDifferences(t)
	cases := readJSONCases(t)
	if len(cases) < 300 {
		t.Errorf("only %d cases", len(cases))
	}
	counts := map[string]int{}
	used := map[readerClass]int{}
	for _, c := range cases {
		counts[strings.SplitN(c.where, "-", 2)[0]]++
		for _, reader := range jsonReaders {
			key := readerClass{reader.name, c.class}
			differs := reader.is(c.text) != c.accept
			if differs != differences[key] {
				t.Errorf("%s: %.60q: %s differs: %v, want %v", c.where, c.text, reader.name, differs, differences[key])
			}
			if differs {
				used[key]++
			}
		}
	}
	for key := range differences {
		if used[key] == 0 {
			t.Errorf("differences.txt: %s has no case of %s", key.reader, key.class)
		}
	}
	t.Logf("%d cases; by section %v; differences %v", len(cases), counts, used)
}
