package spec

import (
	"regexp"
	"strings"
)

var signedForm = compiledLate("\\{(body|timestamp|header:([A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}))\\}")

// notSent is what some providers sign and a receiver behind a proxy cannot know.
var notSent = regexp.MustCompile(`\{(url|uri|path|host|method|query|params)\}`)

const unsentHelp = "leave `proof` out, and prove the sender before the request reaches the receiver: what its address was, a proxy may have changed"

const signedHelp = "write it as \"v0:{timestamp}:{body}\"; known are {body}, {timestamp} and {header:NAME}"

// String returns the part as a file has it.
func (p SignedPart) String() string {
	switch p.Of {
	case SignedBody:
		return "{body}"
	case SignedTime:
		return "{timestamp}"
	case SignedHeader:
		return "{header:" + p.Text + "}"
	}
	return p.Text
}

// signed reads what is signed: the body alone, if the file does not say.
func (m *mapping) signed() []SignedPart {
	n := m.get("signed")
	text := m.text("signed")
	if n == nil {
		text = "{body}"
	}
	var parts []SignedPart
	from := 0
	for _, at := range signedForm().FindAllStringSubmatchIndex(text, -1) {
		parts = m.signedText(parts, text[from:at[0]])
		part := SignedPart{Of: SignedBody}
		switch {
		case at[4] >= 0:
			part = SignedPart{Of: SignedHeader, Text: text[at[4]:at[5]]}
		case text[at[2]:at[3]] == "timestamp":
			part.Of = SignedTime
		}
		parts = append(parts, part)
		from = at[1]
	}
	return m.signedText(parts, text[from:])
}

// signedText adds a text that is signed as it stands.
func (m *mapping) signedText(parts []SignedPart, text string) []SignedPart {
	if text == "" {
		return parts
	}
	if notSent.MatchString(text) {
		m.notServed(m.get("signed").span, "signatures of what stands neither in the header nor in the body", unsentHelp)
		return parts
	}
	if strings.ContainsAny(text, "{}") || !prefixForm().MatchString(text) {
		m.add("bad-signed", m.get("signed").span, "signed cannot hold %s", quote(text)).help(signedHelp)
	}
	return append(parts, SignedPart{Of: SignedText, Text: text})
}

// checkSigned reports a body or timestamp that is not signed once.
func (m *mapping) checkSigned(p *Proof) {
	n := m.get("signed")
	if n != nil && n.kind != textNode {
		return
	}
	count := map[SignedOf]int{}
	for _, part := range p.Signed {
		count[part.Of]++
	}
	at := m.placeSpan("signed", "timestamp")
	if count[SignedBody] != 1 {
		m.add("bad-signed", at, "{body} stands in what is signed %d times, not once", count[SignedBody]).help(signedHelp)
	}
	switch {
	case m.get("timestamp") == nil && count[SignedTime] > 0:
		m.add("bad-signed", at, "{timestamp} is signed, and nothing says where it stands").
			help("add `timestamp: {header: NAME}`")
	case m.get("timestamp") != nil && count[SignedTime] != 1:
		m.add("bad-signed", at, "the timestamp stands in what is signed %d times, not once", count[SignedTime]).
			help("one that is not signed proves nothing: add {timestamp} to `signed`")
	}
}
