package reference

import "testing"

func TestInline(t *testing.T) {
	tests := map[string]markdown{
		"plain words, 1.0 and a-b":   "plain words, 1.0 and a-b",
		"# no heading":               "&#35; no heading",
		"- no item":                  "&#45; no item",
		"1. no item":                 "1&#46; no item",
		"=====":                      "&#61;====",
		"> no quote":                 "&gt; no quote",
		"a | b":                      "a &#124; b",
		"a\n\n# b\r\n| c":            "a # b &#124; c",
		"<script>alert(1)</script>":  "&lt;script&gt;alert(1)&lt;/script&gt;",
		"[x](javascript:alert(1))":   `\[x\](javascript:alert(1))`,
		"![x](y)":                    `!\[x\](y)`,
		"`code` **bold** _it_ ~~x~~": `&#96;code&#96; \*\*bold\*\* \_it\_ \~\~x\~\~`,
		`\* &amp; &#35;`:             `&#92;\* &amp;amp; &amp;#35;`,
		"$x$ https://e.com me@e.com": "&#36;x&#36; https&#58;//e.com me&#64;e.com",
		"a\u2028b\u202ec\x00d\xffe":  "a b c d\uFFFDe",
		"  \t ":                      "",
		"    indented":               "indented",
	}
	for text, want := range tests {
		if got := inline(text); got != want {
			t.Errorf("inline(%q) = %s, want %s", text, got, want)
		}
	}
}

func TestCode(t *testing.T) {
	tests := map[string]markdown{
		"chat_id":    "`chat_id`",
		`"push"`:     "`\"push\"`",
		"":           "`\"\"`",
		" a":         "`\" a\"`",
		"a|b`c":      "<code>a&#124;b&#96;c</code>",
		"<b>":        "<code>&#60;b&#62;</code>",
		"a\nb":       "<code>&#34;a&#92;nb&#34;</code>",
		"é":          "<code>é</code>",
		`back\slash`: "<code>back&#92;slash</code>",
	}
	for text, want := range tests {
		if got := code(text); got != want {
			t.Errorf("code(%q) = %s, want %s", text, got, want)
		}
	}
}

func TestProse(t *testing.T) {
	got := prose("one\nline\n\n \r\n two\r\n\r\n# three\n")
	want := []markdown{"one line", "two", "&#35; three"}
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("paragraph %d is %q, want %q", i, got[i], want[i])
		}
	}
}

func TestLinkOut(t *testing.T) {
	tests := map[string]markdown{
		"https://e.com/a?b=<c>&d=|": "[x](<https://e.com/a?b=%3Cc%3E&d=%7C>)",
		"javascript:alert(1)":       "x (<code>javascript&#58;alert&#40;1&#41;</code>)",
		"https:":                    "x (`https:`)",
		"/etc/passwd":               "x (`/etc/passwd`)",
		"https://e.com/\n>":         "x (<code>&#34;https&#58;&#47;&#47;e&#46;com&#47;&#92;n&#62;&#34;</code>)",
	}
	for address, want := range tests {
		if got := linkOut("x", address); got != want {
			t.Errorf("linkOut(%q) = %s, want %s", address, got, want)
		}
	}
}
