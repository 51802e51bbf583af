package spec

import (
	"bytes"
	"unicode/utf8"
)

// small reports a file over the limit, before anything is built from it.
func small(size, limit int, fs *findings) bool {
	if size <= limit {
		return true
	}
	fs.add("file-too-large", Span{Position{1, 1}, 1}, "the file has more than %d bytes, which are the limit", limit).
		help("split the specification, or move long notes and samples out of it")
	return false
}

// readable checks what has to hold before a YAML parser sees the text.
func readable(src *source, fs *findings) bool {
	text := src.text
	if bytes.HasPrefix(text, []byte("\uFEFF")) {
		fs.add("byte-order-mark", src.span(0, 1), "the file begins with a byte order mark").
			help("save it as UTF-8 without a byte order mark")
		return false
	}
	for i := 0; i < len(text); {
		r, width := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && width == 1 {
			fs.add("not-utf8", src.span(i, 1), "byte 0x%02x is not UTF-8", text[i]).help("save the file as UTF-8")
			return false
		}
		if !yamlCharacter(r) {
			fs.add("control-character", src.span(i, 1), "the file holds the control character %U", r).
				help(`remove it, or write it as an escape within double quotes, such as "\x01"`)
			return false
		}
		i += width
	}
	return true
}

// yamlCharacter says whether YAML allows r in a file.
func yamlCharacter(r rune) bool {
	switch {
	case r < 0x20:
		return r == '\t' || r == '\n' || r == '\r'
	case r >= 0x7f && r < 0xa0:
		return r == 0x85
	}
	return r != 0xfffe && r != 0xffff
}
