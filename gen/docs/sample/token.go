package sample

import "strings"

// tokenKind is what a token is.
type tokenKind uint8

const (
	endToken tokenKind = iota
	openToken
	closeToken
	colonToken
	commaToken
	stringToken
	wordToken // a number, true, null, or a name without quotes
	dotsToken
	commentToken
	oddToken
)

// token is a token with the line that it stands on.
type token struct {
	kind   tokenKind
	text   string
	offset int
	line   int
	first  bool // it is the first on its line
}

// scan splits a text into tokens.
func scan(text string) []token {
	s := &scanner{text: text, fresh: true}
	var out []token
	for {
		t := s.next()
		out = append(out, t)
		if t.kind == endToken {
			return out
		}
	}
}

type scanner struct {
	text  string
	at    int
	line  int
	fresh bool // no token on this line yet
}

func (s *scanner) skipBlanks() {
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case '\n':
			s.line++
			s.fresh = true
		case ' ', '\t', '\r', '\f', '\v':
		default:
			return
		}
		s.at++
	}
}

func (s *scanner) next() token {
	s.skipBlanks()
	t := token{offset: s.at, line: s.line, first: s.fresh}
	s.fresh = false
	if s.at == len(s.text) {
		return t
	}
	rest := s.text[s.at:]
	switch c := rest[0]; {
	case c == '{' || c == '[':
		return s.take(t, openToken, 1)
	case c == '}' || c == ']':
		return s.take(t, closeToken, 1)
	case c == ':':
		return s.take(t, colonToken, 1)
	case c == ',' || c == ';':
		return s.take(t, commaToken, 1)
	case c == '"' || c == '\'':
		return s.quoted(t, c)
	case strings.HasPrefix(rest, "//") || c == '#':
		return s.comment(t, rest)
	case strings.HasPrefix(rest, "/*"):
		return s.blockComment(t, rest)
	case strings.HasPrefix(rest, "..."):
		return s.take(t, dotsToken, 3)
	case strings.HasPrefix(rest, "…"):
		return s.take(t, dotsToken, len("…"))
	case c == '<':
		return s.angled(t, rest)
	case isWord(c):
		n := 1
		for n < len(rest) && isWord(rest[n]) {
			n++
		}
		return s.take(t, wordToken, n)
	}
	return s.take(t, oddToken, 1)
}

func isWord(c byte) bool {
	return c == '_' || c == '$' || c == '-' || c == '+' || c == '.' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80
}

func (s *scanner) take(t token, kind tokenKind, n int) token {
	t.kind, t.text = kind, s.text[s.at:s.at+n]
	s.at += n
	return t
}

// comment takes the rest of the line.
func (s *scanner) comment(t token, rest string) token {
	line, _, _ := strings.Cut(rest, "\n")
	t.kind, t.text = commentToken, strings.TrimSpace(strings.TrimLeft(line, "/#"))
	s.at += len(line)
	return t
}

func (s *scanner) blockComment(t token, rest string) token {
	body, _, ended := strings.Cut(rest[2:], "*/")
	t.kind, t.text = commentToken, strings.Join(strings.Fields(strings.ReplaceAll(body, "*", " ")), " ")
	n := 2 + len(body)
	if ended {
		n += 2
	}
	s.line += strings.Count(rest[:n], "\n")
	s.at += n
	return t
}

// angled takes a placeholder such as <id>, a string without quotes.
func (s *scanner) angled(t token, rest string) token {
	line, _, _ := strings.Cut(rest, "\n")
	end := strings.IndexByte(line, '>')
	if end < 0 {
		return s.take(t, oddToken, 1)
	}
	t.kind, t.text = stringToken, line[:end+1]
	s.at += end + 1
	return t
}

// quoted takes a string; one that does not end stops at the line's end.
func (s *scanner) quoted(t token, quote byte) token {
	var b strings.Builder
	i := s.at + 1
	for ; i < len(s.text) && s.text[i] != '\n'; i++ {
		c := s.text[i]
		if c == quote {
			i++
			break
		}
		if c == '\\' && i+1 < len(s.text) && s.text[i+1] != '\n' {
			i++
			b.WriteString(unescape(s.text, &i))
			continue
		}
		b.WriteByte(c)
	}
	t.kind, t.text = stringToken, b.String()
	s.at = i
	return t
}

// unescape returns what the escape at text[*i], after its backslash, stands
// for, and leaves *i on its last byte.
func unescape(text string, i *int) string {
	switch c := text[*i]; c {
	case 'n':
		return "\n"
	case 't':
		return "\t"
	case 'r':
		return "\r"
	case 'b', 'f':
		return " "
	case 'u':
		r, ok := hex4(text, *i+1)
		if !ok {
			return "u"
		}
		*i += 4
		return string(r)
	default:
		return string(c)
	}
}

func hex4(text string, at int) (rune, bool) {
	if at+4 > len(text) {
		return 0, false
	}
	var r rune
	for _, c := range []byte(text[at : at+4]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}
