package drift_test

import (
	"fmt"
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/gen/docs/pagetest"
	"github.com/webhookgen/webhookgen/spec"
)

// seeds is how many times each page is edited at random.
const seeds = 30

// subjects are pages with the specifications that mean the same.
func subjects(t *testing.T) map[string]struct {
	page []byte
	apis []*spec.API
} {
	out := map[string]struct {
		page []byte
		apis []*spec.API
	}{}
	for _, name := range []string{"2019-08-02b.md", "2019-10-21.md", "v3.1.mdx", "v3.6.mdx"} {
		s := out[name]
		s.page = pagetest.Read(t, root, name)
		s.apis = []*spec.API{imported(t, s.page)}
		switch name {
		case "2019-08-02b.md":
			s.apis = append(s.apis, transcribed(t, "v3.0.yaml"))
		case "v3.6.mdx":
			s.apis = append(s.apis, transcribed(t, "v3.6.yaml"))
		}
		out[name] = s
	}
	return out
}

// eachLine calls edit for every line and says whether the line is in a fence.
func eachLine(page string, edit func(line string, fenced bool) string) string {
	lines := strings.Split(page, "\n")
	fenced := false
	for i, line := range lines {
		mark := strings.HasPrefix(strings.TrimSpace(line), "```") || strings.HasPrefix(strings.TrimSpace(line), "~~~~")
		lines[i] = edit(line, fenced || mark)
		if mark {
			fenced = !fenced
		}
	}
	return strings.Join(lines, "\n")
}

var (
	padding  = regexp.MustCompile(` {2,}`)
	fence    = regexp.MustCompile("(?m)^( *)```(js|json)\\s*$")
	linkTo   = regexp.MustCompile(`\]\(([^)#]*)#([^)]*)\)`)
	heading3 = regexp.MustCompile("(?m)^### `(\\w+)`$")
)

// forms change the form of a page and not its meaning.
var forms = map[string]func(r *rand.Rand, page string) string{
	"line ends": func(_ *rand.Rand, page string) string { return strings.ReplaceAll(page, "\n", "\r\n") },
	"re-wrap": func(r *rand.Rand, page string) string {
		return eachLine(page, func(line string, fenced bool) string {
			if fenced || line == "" || strings.ContainsAny(line[:1], "|#<>-*`") {
				return line
			}
			words := strings.Split(line, " ")
			for i := range words[1:] {
				if r.Intn(4) == 0 && regexp.MustCompile(`^[A-Za-z]`).MatchString(words[i+1]) {
					words[i] += "\n"
				}
			}
			return strings.ReplaceAll(strings.Join(words, " "), "\n ", "\n")
		})
	},
	"re-indent": func(r *rand.Rand, page string) string {
		return eachLine(page, func(line string, fenced bool) string {
			if !fenced || strings.Contains(line, "```") || strings.Contains(line, "~~~~") {
				return line
			}
			return strings.Repeat(" ", r.Intn(9)) + strings.TrimLeft(line, " \t")
		})
	},
	"re-pad tables": func(r *rand.Rand, page string) string {
		return eachLine(page, func(line string, fenced bool) string {
			if fenced || !strings.HasPrefix(line, "|") {
				return line
			}
			return padding.ReplaceAllString(line, strings.Repeat(" ", 1+r.Intn(4)))
		})
	},
	"fence words": func(r *rand.Rand, page string) string {
		return fence.ReplaceAllString(page, "$1```"+[]string{"", "jsonc", "javascript", "json5", "text"}[r.Intn(5)])
	},
	"anchors": func(r *rand.Rand, page string) string {
		n := 0
		return linkTo.ReplaceAllStringFunc(page, func(link string) string {
			n++
			return linkTo.ReplaceAllString(link, fmt.Sprintf("](${1}#section-%d)", n))
		})
	},
	"plain headings": func(_ *rand.Rand, page string) string { return heading3.ReplaceAllString(page, "### $1") },
	"heading levels": func(_ *rand.Rand, page string) string {
		return eachLine(page, func(line string, fenced bool) string {
			if !fenced && strings.HasPrefix(line, "#") {
				return "#" + line
			}
			return line
		})
	},
	"blank lines": func(r *rand.Rand, page string) string {
		return eachLine(page, func(line string, fenced bool) string {
			if !fenced && line == "" && r.Intn(2) == 0 {
				return "\n"
			}
			return line
		})
	},
	"reorder sections": func(r *rand.Rand, page string) string { return shuffle(r, page, "\n### ", "\n## ") },
	"reorder chapters": func(r *rand.Rand, page string) string { return shuffle(r, page, "\n## ", "") },
	"ellipses": func(_ *rand.Rand, page string) string {
		return regexp.MustCompile(`(?m)^(\s*)\.\.\.$`).ReplaceAllString(page, "$1// ...")
	},
	"captions": func(_ *rand.Rand, page string) string {
		return strings.ReplaceAll(strings.ReplaceAll(page, "sample payload", "Beispiel"), "Sample webhook", "Example")
	},
	"worded headings": func(r *rand.Rand, page string) string {
		return heading3.ReplaceAllString(page, []string{"### `$1` webhook", "### Webhook: `$1`", "### The $1 webhook", "### [`$1`](#$1)", "### `$1` {#here}"}[r.Intn(5)])
	},
	"words for names": func(_ *rand.Rand, page string) string {
		return heading3.ReplaceAllStringFunc(page, func(s string) string {
			return "### " + strings.ReplaceAll(strings.Trim(s, "# `"), "_", " ")
		})
	},
	"other fences": func(_ *rand.Rand, page string) string {
		return regexp.MustCompile("(?m)^( *)```").ReplaceAllString(page, "$1~~~~")
	},
	"tabs around samples": func(_ *rand.Rand, page string) string {
		return regexp.MustCompile("(?m)^( *)```(js|json)\\s*$").ReplaceAllString(page, "<Tabs>\n<TabItem value=\"a b\">\n\n$1```$2")
	},
	"methods around": func(r *rand.Rand, page string) string {
		return methods(r, 40) + "\n# Webhooks\n\n" + asPart(page) + "\n# Errors\n\nNone.\n"
	},
	"methods around, and no word of webhooks": func(r *rand.Rand, page string) string {
		return methods(r, 20) + "\n# What is sent\n\n" + strings.NewReplacer("# Webhooks", "# Sent").Replace(asPart(page)) + "\n# More\n" + methods(r, 20)
	},
	"table captions": func(_ *rand.Rand, page string) string {
		return strings.NewReplacer("#### Specifics", "#### At a glance", "#### Webhook payload", "#### What comes", "| Notes ", "| Remarks ").Replace(page)
	},
	"wording": func(_ *rand.Rand, page string) string {
		return strings.NewReplacer("Indicates that", "Sent when", "Informs that", "Sent when", "Present if", "Comes if", "Missing if", "Left out if",
			"ossible values:", "an be one of").Replace(page)
	},
}

// asPart is a page without its front matter, to stand in another one.
func asPart(page string) string {
	if rest, found := strings.CutPrefix(page, "---\n"); found {
		_, page, _ = strings.Cut(rest, "\n---\n")
	}
	return page
}

// methods are chapters about methods that are called, of a form much like that
// of webhooks.
func methods(r *rand.Rand, n int) string {
	var b strings.Builder
	b.WriteString("# Methods\n")
	form := r.Intn(3)
	for i := range n {
		name := fmt.Sprintf("call_thing_%d_%d", i, r.Intn(1<<30))
		heading, rows := "`"+name+"`", "| **Method URL** | `https://api.example.com/v3/action/"+name+"` |\n| **HTTP method** | `POST` |\n"
		switch form {
		case 1:
			heading = strings.ReplaceAll(name, "_", " ")
		case 2:
			rows = "| **Action** | `" + name + "` |\n| **Other API equivalent** | [`" + name + "`](../rtm/#" + name + ") |\n| **Webhook** | [`incoming_event`](#incoming_event) |\n"
		}
		fmt.Fprintf(&b, "\n### %s\n\nDoes a thing.\n\n#### Specifics\n\n|  |  |\n|--|--|\n%s\n#### Request\n\n"+
			"| Parameter | Required | Type | Notes |\n|--|--|--|--|\n| `chat_id` | Yes | `string` |  |\n| `limit` | No | `number` | Default: 10. |\n\n"+
			"```shell\ncurl -X POST https://api.example.com\n```\n\n```json\n{\n  \"chat_id\": \"A1\",\n  \"limit\": %d\n}\n```\n\n"+
			"#### Response\n\n```json\n{\n  \"chats\": [{\"id\": \"A1\"}]\n}\n```\n", heading, rows, i)
	}
	return b.String()
}

// shuffle puts the parts of a page that begin with a heading into another
// order; within what a heading above divides, if there is one.
func shuffle(r *rand.Rand, page, heading, above string) string {
	if above != "" {
		parts := strings.Split(page, above)
		for i := range parts {
			parts[i] = shuffle(r, parts[i], heading, "")
		}
		return strings.Join(parts, above)
	}
	page = strings.TrimRight(page, "\n") + "\n"
	head, rest, found := strings.Cut(page, heading)
	if !found {
		return page
	}
	parts := strings.Split(rest, heading)
	if strings.Contains(page, "<Section>") {
		return page // the tags around a section are not part of it
	}
	for i := range parts {
		parts[i] = strings.TrimRight(parts[i], "\n") + "\n"
	}
	r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	return head + heading + strings.Join(parts, heading)
}

func TestForm(t *testing.T) {
	var names []string
	for name := range forms {
		names = append(names, name)
	}
	slices.Sort(names)
	for file, s := range subjects(t) {
		check := func(what string, page string) {
			for i, api := range s.apis {
				for _, f := range drift.Compare(say(t, []byte(page)), api) {
					t.Errorf("%s, specification %d, %s: %s %s %s", file, i, what, f.Kind, f.Action, f.Message)
				}
			}
		}
		for _, name := range names {
			for seed := range int64(3) {
				check(fmt.Sprintf("%s %d", name, seed), forms[name](rand.New(rand.NewSource(seed)), string(s.page)))
			}
		}
		for seed := range int64(seeds) {
			r := rand.New(rand.NewSource(seed))
			page, what := string(s.page), ""
			for range 4 {
				name := names[r.Intn(len(names))]
				if strings.Contains(what, name) || name == "line ends" {
					continue
				}
				page, what = forms[name](r, page), what+name+", "
			}
			check(fmt.Sprintf("%sseed %d", what, seed), page)
		}
	}
}

// meanings change one thing that a page means, in the section of an action.
var meanings = map[string]struct {
	edit func(section string) string
	want func(action string) string
}{
	"field added": {
		func(s string) string {
			return regexp.MustCompile(`(\n\s*)("chat_id":)`).ReplaceAllString(s, `$1"extra": true,$1$2`)
		},
		func(a string) string { return "field-added " + a + ".extra" }},
	"field removed": {
		func(s string) string {
			if strings.Contains(s, "`thread_id`") {
				return s // a table has it still
			}
			return regexp.MustCompile(`\n\s*"thread_id": "\w+",`).ReplaceAllString(s, "")
		},
		func(a string) string { return "field-removed " + a + ".thread_id" }},
	"type changed": {
		func(s string) string {
			return regexp.MustCompile(`"chat_id": "[\w-]+"`).ReplaceAllString(s, `"chat_id": 7`)
		},
		func(a string) string { return "type-changed " + a + ".chat_id int" }},
	"now a list": {
		func(s string) string {
			return regexp.MustCompile(`"chat_id": ("[\w-]+")`).ReplaceAllString(s, `"chat_id": [$1]`)
		},
		func(a string) string { return "type-changed " + a + ".chat_id list" }},
	"now optional": {
		func(s string) string {
			return regexp.MustCompile(`("chat_id": "[\w-]+",)`).ReplaceAllString(s, `$1 // optional`)
		},
		func(a string) string { return "now-optional " + a + ".chat_id" }},
	"no longer optional": {
		func(s string) string {
			// The note says so too.
			s = regexp.MustCompile(`("user_id": "[\w-]+") // optional`).ReplaceAllString(s, `$1`)
			return regexp.MustCompile(`Missing if[^|]*`).ReplaceAllString(s, "Who did it. ")
		},
		func(a string) string { return "now-required " + a + ".user_id" }},
	"no longer marked, noted still": {
		func(s string) string {
			if !regexp.MustCompile(`Missing if`).MatchString(s) {
				return s
			}
			return regexp.MustCompile(`("user_id": "[\w-]+") // optional`).ReplaceAllString(s, `$1`)
		},
		func(a string) string { return "now-required " + a + ".user_id observed" }},
	"value added": {
		func(s string) string {
			return strings.Replace(s, "`agent`, `customer`", "`agent`, `bot`, `customer`", 1)
		},
		func(a string) string { return "value-added " + a + ".user_type bot" }},
	"value removed": {
		func(s string) string { return strings.Replace(s, "`agent`, `customer`", "`customer`, `bot`", 1) },
		func(a string) string {
			return "value-removed " + a + ".user_type agent|value-added " + a + ".user_type bot"
		}},
	"push removed": {
		func(s string) string {
			return regexp.MustCompile(`(\| \*\*Push equivalent\*\* *\|)[^\n]*\|`).ReplaceAllString(s, "$1 - |")
		},
		func(a string) string { return "push-removed " + a }},
}

func TestMeaning(t *testing.T) {
	tried := map[string]int{}
	for file, s := range subjects(t) {
		page := string(s.page)
		for _, at := range heading3.FindAllStringSubmatchIndex(page, -1) {
			action, end := page[at[2]:at[3]], len(page)
			if next := regexp.MustCompile(`\n##+ `).FindStringIndex(page[at[1]:]); next != nil {
				if n := heading3.FindStringIndex(page[at[1]:]); n != nil {
					end = at[1] + n[0]
				}
			}
			if action == "customer_session_fields_updated" {
				continue // its ids are not members of the payload
			}
			for name, m := range meanings {
				edited := m.edit(page[at[1]:end])
				if edited == page[at[1]:end] {
					continue
				}
				want := strings.Split(m.want(action), "|")
				for i, api := range s.apis {
					if i > 0 && acknowledgedByHand(api, action, name) {
						continue
					}
					tried[name]++
					var got []string
					for _, line := range lines(drift.Compare(say(t, []byte(page[:at[1]]+edited+page[end:])), api)) {
						if strings.HasPrefix(line, "push-removed") {
							line = strings.Join(strings.Fields(line)[:2], " ")
						}
						got = append(got, line)
					}
					slices.Sort(want)
					if !slices.Equal(got, want) {
						t.Errorf("%s, specification %d, %s, %s: %q, want %q", file, i, action, name, got, want)
					}
				}
			}
		}
	}
	for name := range meanings {
		if tried[name] == 0 {
			t.Errorf("%s was never tried", name)
		}
	}
	t.Log(tried)
}

// acknowledgedByHand says whether a transcription knows better: it has the
// member as optional by observation.
func acknowledgedByHand(api *spec.API, action, change string) bool {
	field := map[string]string{"field removed": "thread_id", "now optional": "chat_id"}[change]
	for _, a := range api.Actions {
		o, ok := a.Payload.Body.(*spec.Object)
		if a.Name != action || !ok {
			continue
		}
		for _, f := range o.Fields {
			if f.Name == field && f.Optional == spec.Observed {
				return true
			}
		}
	}
	return false
}

// Actions that come and go, and remarks that no longer apply.
func TestWholeSections(t *testing.T) {
	page := string(pagetest.Read(t, root, "2019-08-02b.md"))
	api := transcribed(t, "v3.0.yaml")
	at := strings.Index(page, "### `thread_closed`")
	end := at + strings.Index(page[at:], "### `last_seen")
	expect(t, drift.Compare(say(t, []byte(page[:at]+page[end:])), api), "action-removed thread_closed", "contradiction  index-without-section")

	section := strings.ReplaceAll(page[at:end], "thread_closed", "thread_opened")
	expect(t, drift.Compare(say(t, []byte(page[:end]+section+page[end:])), api), "action-added thread_opened")

	mended := strings.Replace(page, "(../agent-chat-rtm-api/#chat-thread-tagged) |\n\n\n## other", "(../agent-chat-rtm-api/#chat-thread-untagged) |\n\n\n## other", 1)
	if mended == page {
		t.Fatal("the link is not there")
	}
	expect(t, drift.Compare(say(t, []byte(mended)), api), "stale-remark chat_thread_untagged.push wrong-link")
}
