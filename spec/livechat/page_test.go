package livechat_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/spec"
)

// page is the provider's page, which is not part of this repository: it lies
// beside the checkout where the page is at hand.
var page = filepath.Join("..", "..", "..", "shared", "livechat", "pages", "2019-08-02b.md")

// section is what the page says of one action.
type section struct {
	group, action string
	first, last   int      // lines
	keys          []string // of the sample's outermost object, in order
	optional      []string // keys that are marked as optional
	push          bool
}

var (
	groupHeading  = regexp.MustCompile(`^## (.+)$`)
	actionHeading = regexp.MustCompile("^### `(.+)`$")
	sampleKey     = regexp.MustCompile(`^\t"(\w+)":`) // by its indentation, since most samples are not JSON
	pushRow       = regexp.MustCompile(`^\| \*\*Push equivalent\*\*\| (.+) \|$`)
	requiredRow   = regexp.MustCompile("^\\| `(\\w+)` +\\| +(Yes|No) +\\|")
)

// readPage returns the page's sections in order. It skips the test where the
// page is absent.
func readPage(t *testing.T) []*section {
	t.Helper()
	text, err := os.ReadFile(page)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is absent: the specification is not compared with the provider's page", page)
	}
	if err != nil {
		t.Fatal(err)
	}
	var sections []*section
	group := ""
	for i, line := range strings.Split(string(text), "\n") {
		if m := groupHeading.FindStringSubmatch(line); m != nil {
			group = strings.TrimSpace(m[1])
		} else if m := actionHeading.FindStringSubmatch(line); m != nil {
			sections = append(sections, &section{group: group, action: m[1], first: i + 1})
		} else if len(sections) > 0 {
			sections[len(sections)-1].read(i+1, line)
		}
	}
	return sections
}

// read takes in a line of the section.
func (s *section) read(number int, line string) {
	s.last = number
	if m := sampleKey.FindStringSubmatch(line); m != nil {
		s.keys = append(s.keys, m[1])
		if strings.HasSuffix(line, "// optional") {
			s.optional = append(s.optional, m[1])
		}
	} else if m := pushRow.FindStringSubmatch(line); m != nil {
		s.push = m[1] != "-"
	} else if m := requiredRow.FindStringSubmatch(line); m != nil && m[2] == "No" {
		s.optional = append(s.optional, m[1])
	}
}

func TestPageActions(t *testing.T) {
	sections, api := readPage(t), load(t)
	if len(sections) != len(api.Actions) {
		t.Fatalf("the page has %d actions, the specification %d", len(sections), len(api.Actions))
	}
	for i, s := range sections {
		a := api.Actions[i]
		if a.Name != s.action {
			t.Errorf("action %d is %s, on the page %s", i+1, a.Name, s.action)
		}
		if a.Group.Name != s.group {
			t.Errorf("%s is in group %q, on the page in %q", a.Name, a.Group.Name, s.group)
		}
		if got := len(a.Push) > 0; got != s.push {
			t.Errorf("%s has a push: %t, on the page: %t", a.Name, got, s.push)
		}
	}
}

func TestPageGroups(t *testing.T) {
	var want, got []string
	for _, s := range readPage(t) {
		want = append(want, s.group)
	}
	for _, g := range load(t).Groups {
		got = append(got, g.Name)
	}
	if want = slices.Compact(want); !slices.Equal(got, want) {
		t.Errorf("groups %q, on the page %q", got, want)
	}
}

func TestPageFields(t *testing.T) {
	sections, actions := readPage(t), byName(load(t))
	for _, s := range sections {
		names, documented := members(actions[s.action])
		if !slices.Equal(names, s.keys) {
			t.Errorf("%s has the fields %q, its sample on the page %q", s.action, names, s.keys)
		}
		if !slices.Equal(documented, s.optional) {
			t.Errorf("%s: %q are optional, on the page %q", s.action, documented, s.optional)
		}
	}
}

// Remarks are anchored by section; a line that is given too must lie in it.
func TestPageRemarks(t *testing.T) {
	sections := map[string]*section{}
	for _, s := range readPage(t) {
		sections[s.action] = s
	}
	for _, r := range remarks(load(t)) {
		s := sections[r.Section]
		if s != nil && r.Line != 0 && (r.Line < s.first || r.Line > s.last) {
			t.Errorf("remark %s on line %d lies outside of %s, lines %d to %d", r.Rule, r.Line, s.action, s.first, s.last)
		}
	}
}

// members returns the names of the payload's outermost members, and of those
// that the page says are optional.
func members(a *spec.Action) (names, documented []string) {
	switch body := a.Payload.Body.(type) {
	case *spec.Object:
		for _, f := range body.Fields {
			names = append(names, f.Name)
			if f.Optional == spec.Documented {
				documented = append(documented, f.Name)
			}
		}
	case *spec.Wrapped:
		names = append(names, body.Member)
	}
	return names, documented
}

func byName(api *spec.API) map[string]*spec.Action {
	actions := map[string]*spec.Action{}
	for _, a := range api.Actions {
		actions[a.Name] = a
	}
	return actions
}
