package plan

import "strings"

// initialisms are the words that Go writes in capitals.
var initialisms = map[string]string{
	"acl": "ACL", "api": "API", "ascii": "ASCII", "cpu": "CPU", "css": "CSS", "dns": "DNS", "eof": "EOF",
	"guid": "GUID", "html": "HTML", "http": "HTTP", "https": "HTTPS", "id": "ID", "ids": "IDs", "ip": "IP",
	"ips": "IPs", "json": "JSON", "oauth": "OAuth", "ram": "RAM", "rpc": "RPC", "sha": "SHA", "sla": "SLA",
	"smtp": "SMTP", "sql": "SQL", "ssh": "SSH", "ssl": "SSL", "sso": "SSO", "tcp": "TCP", "tls": "TLS",
	"ttl": "TTL", "udp": "UDP", "ui": "UI", "uid": "UID", "uri": "URI", "url": "URL", "urls": "URLs",
	"utf8": "UTF8", "uuid": "UUID", "vm": "VM", "xml": "XML",
}

// separators are the characters between the words of a name.
const separators = "_-./: "

// maxAbbreviation is the length up to which a word in capitals, alone, is taken
// for an abbreviation: USD, PDF.
const maxAbbreviation = 3

// goName returns the exported Go name of a name in a specification, or "" if
// it has none: characters beyond ASCII letters, digits and separators are not
// guessed at, and a name cannot begin with a digit.
func goName(name string) string {
	var b strings.Builder
	words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(separators, r) })
	shouted := name == strings.ToUpper(name)
	for _, word := range words {
		if shouted && (len(words) > 1 || len(word) > maxAbbreviation) {
			word = strings.ToLower(word) // ORDER_PAID is OrderPaid
		}
		for _, part := range humps(word) {
			b.WriteString(capital(part))
		}
	}
	out := b.String()
	if !isExported(out) {
		return ""
	}
	return out
}

// capital returns a word with its first letter, or an initialism, in capitals.
func capital(word string) string {
	if known, ok := initialisms[strings.ToLower(word)]; ok {
		return known
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// humps splits a word where a lower-case letter is followed by a capital.
func humps(word string) []string {
	var parts []string
	from := 0
	for i := 1; i < len(word); i++ {
		if isLower(word[i-1]) && isUpper(word[i]) {
			parts = append(parts, word[from:i])
			from = i
		}
	}
	return append(parts, word[from:])
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// isExported says whether name is a Go identifier of ASCII letters and digits
// that begins with a capital.
func isExported(name string) bool {
	for i := range len(name) {
		c := name[i]
		digit := '0' <= c && c <= '9'
		if !isUpper(c) && (i == 0 || !isLower(c) && !digit) {
			return false
		}
	}
	return name != ""
}

// IsPackageName says whether name can be the name of a generated package.
func IsPackageName(name string) bool {
	for i := range len(name) {
		c := name[i]
		if !isLower(c) && (i == 0 || !('0' <= c && c <= '9') && c != '_') {
			return false
		}
	}
	return name != "" && name != "_" && !keywords[name] && !special[name]
}

// special are package names that mean something to the go tool: it builds a
// program, ignores the files, or finds no package in a folder of the name.
var special = set("main", "documentation", "vendor")

var keywords = set("break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func",
	"go", "goto", "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var")

func set(names ...string) map[string]bool {
	out := make(map[string]bool, len(names))
	for _, name := range names {
		out[name] = true
	}
	return out
}

// maxSlug keeps the names of files within what file systems take.
const maxSlug = 200

// snake returns a Go name in lower case with underscores between its words,
// unless that gets too long. Two names have the same only if they differ in
// nothing but case.
func snake(goName string) string {
	var b strings.Builder
	for i := range len(goName) {
		c := goName[i]
		if i > 0 && isUpper(c) && !isUpper(goName[i-1]) {
			b.WriteByte('_')
		}
		b.WriteByte(c)
	}
	if b.Len() > maxSlug {
		return strings.ToLower(goName)
	}
	return strings.ToLower(b.String())
}
