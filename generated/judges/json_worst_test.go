package judges

import (
	"strings"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/livechat"
	"github.com/webhookgen/webhookgen/generated/slack"
)

// worst is a body made to need as much memory as it can, of about n parts.
type worst struct {
	name  string
	parse func(l livechat.Limits, body []byte) (any, error)
	make  func(n int) []byte
}

// worstBodies are those of LiveChat and of packages that have what it lacks.
func worstBodies() []worst {
	all := []worst{
		{"smallest attachments", parseSlack, func(n int) []byte {
			return slackMessage(`"attachments":[` + repeat(n, `{}`) + `]`)
		}},
		{"smallest files", parseSlack, func(n int) []byte { return slackMessage(`"files":[` + repeat(n, `{"id":""}`) + `]`) }},
		{"unions by trial", parseEverything, func(n int) []byte { return trials("[" + repeat(n, `[]`) + "]") }},
		{"unions by trial in each other", parseEverything, func(n int) []byte {
			return trials(strings.Repeat("[", 90) + repeat(n, `[]`) + strings.Repeat("]", 90))
		}},
	}
	for _, w := range worstPayloads {
		all = append(all, worst{w.name, parseLiveChat, func(n int) []byte { return envelope(w.action, w.make(n), false) }})
	}
	return all
}

func parseLiveChat(l livechat.Limits, body []byte) (any, error) { return l.Parse(body) }
func parseSlack(l livechat.Limits, body []byte) (any, error)    { return slack.Limits(l).Parse(nil, body) }
func parseEverything(l livechat.Limits, body []byte) (any, error) {
	return everything.Limits(l).Parse(body)
}

func slackMessage(members string) []byte {
	return []byte(`{"token":"","team_id":"","api_app_id":"","type":"event_callback","event_id":"","event_time":0,` +
		`"event":{"type":"message","channel":"","ts":"","event_ts":"",` + members + `}}`)
}

func trials(plain string) []byte {
	return []byte(`{"token":"","delivery":"","version":1,"event":"trials","body":{"plain":` + plain +
		`,"nullable":null,"list":[],"nulls":[],"map":{},"wrapped":"left"}}`)
}

// worstPayloads are payloads of LiveChat. Each is what one mechanism makes large.
var worstPayloads = []struct {
	name   string
	action string
	make   func(n int) string
}{
	{"integers", "access_set", func(n int) string {
		return `{"resource":"chat","id":"","access":{"group_ids":[` + zeros(n) + `]}}`
	}},
	{"empty strings", "chat_properties_deleted", func(n int) string {
		return `{"chat_id":"","properties":{"x":` + emptyStrings(n) + `}}`
	}},
	{"lists of one string", "chat_properties_deleted", func(n int) string {
		return `{"chat_id":"","properties":` + entries(min(n, 65536), `[""]`) + `}`
	}},
	{"empty objects in one list", "incoming_event", func(n int) string {
		return richMessage(`{"buttons":[` + repeat(n, `{}`) + `]}`)
	}},
	{"empty objects in lists of one", "incoming_event", func(n int) string {
		return richMessage(repeat(n, `{"buttons":[{}]}`))
	}},
	{"optional objects", "incoming_chat_thread", func(n int) string { return users(n, `"last_visit":{"last_pages":[{}]}`) }},
	{"optional strings", "incoming_chat_thread", func(n int) string { return users(n, `"name":"","email":"","avatar":""`) }},
	{"optional integers", "incoming_chat_thread", func(n int) string {
		return users(n, `"statistics":{"chats_count":0,"threads_count":0,"visits_count":0}`)
	}},
	{"smallest customers", "incoming_chat_thread", func(n int) string { return users(n, `"x":0`) }},
	{"unknown variants", "incoming_chat_thread", func(n int) string { return chat(repeat(n, `{"type":""}`), "") }},
	{"a small map each", "incoming_chat_thread", func(n int) string { return users(n, `"fields":{"":""}`) }},
	{"empty maps in maps", "incoming_chat_thread", func(n int) string { return properties(n, `{}`) }},
	{"maps of one value", "incoming_chat_thread", func(n int) string { return properties(n, `{"":0}`) }},
	{"maps of nine values", "incoming_chat_thread", func(n int) string {
		return properties(n/9, `{"":0,"a":0,"b":0,"c":0,"d":0,"e":0,"f":0,"g":0,"h":0}`)
	}},
	{"raw values", "incoming_multicast", func(n int) string { return `{"content":[` + repeat(n, `{}`) + `]}` }},
	{"small raw values", "incoming_chat_thread", func(n int) string {
		return chat("", repeat(n, `{"type":"custom","id":"","content":0}`))
	}},
	{"unknown members", "incoming_multicast", func(n int) string {
		return `{"content":0,"x":[` + chunks(n, func(n int) string { return entries(n, `0`) }) + `]}`
	}},
	{"unknown members, all open at once", "incoming_multicast", func(n int) string {
		level := strings.TrimSuffix(entries(n/90+1, `0`), "}") + `,"-":`
		return `{"content":0,"x":` + strings.Repeat(level, 90) + "0" + strings.Repeat("}", 91)
	}},
	{"violations: numbers for objects", "incoming_event", func(n int) string {
		return richMessage(`{"buttons":[` + zeros(n) + `]}`)
	}},
	{"violations: everything null", "incoming_event", func(n int) string {
		return richMessage(`{"buttons":[` + repeat(n, `{"text":null,"type":null,"value":null}`) + `]}`)
	}},
	{"violations: nulls in maps", "incoming_chat_thread", func(n int) string { return properties(n, `{"":null}`) }},
}

// repeat is n times text, with commas between.
func repeat(n int, text string) string { return strings.Repeat(text+",", n-1) + text }

// entries is an object of n members with short names and the same value.
func entries(n int, value string) string {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	var b strings.Builder
	for i := range n {
		b.WriteString(`,"`)
		for ; i > 0; i /= len(letters) {
			b.WriteByte(letters[i%len(letters)])
		}
		b.WriteString(`":` + value)
	}
	return "{" + b.String()[1:] + "}"
}

// chunks are objects made by object, of n members in all, each within the
// limit of members.
func chunks(n int, object func(n int) string) string {
	var all []string
	for ; n > 0; n -= 60000 {
		all = append(all, object(min(n, 60000)))
	}
	return strings.Join(all, ",")
}

func richMessage(elements string) string {
	return `{"chat_id":"","thread_id":"","event":{"type":"rich_message","id":"","template_id":"","elements":[` + elements + `]}}`
}

func chat(users, events string) string {
	return `{"chat":{"id":"","properties":{},"users":[` + users + `],"thread":{"id":"","user_ids":[],"events":[` + events + `]}}}`
}

// users is a chat of n customers that have members.
func users(n int, members string) string {
	return chat(repeat(n, `{"type":"customer","id":"",`+members+`}`), "")
}

// properties is a chat with n namespaces of properties, all the same.
func properties(n int, namespace string) string {
	return chat("", chunks(n, func(n int) string {
		return `{"type":"custom","id":"","properties":` + entries(n, namespace) + `}`
	}))
}
