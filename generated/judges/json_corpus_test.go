package judges

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// jsonCase is one line of a file under testdata/json:
//
//	VERDICT[:CLASS] TEXT # why
//
// VERDICT is accept or refuse where RFC 8259 decides, and choose-accept or
// choose-refuse where it leaves it free. CLASS is what differences.txt refers
// to. TEXT is one or more pieces joined by " + ": a Go string, a Go string
// "* N" times, or members(N), an object of N members; tail(N) is the same
// without its opening brace.
type jsonCase struct {
	where  string // file and line
	accept bool
	free   bool
	class  string
	text   []byte
}

var jsonVerdicts = map[string]jsonCase{
	"accept":        {accept: true},
	"refuse":        {},
	"choose-accept": {accept: true, free: true},
	"choose-refuse": {free: true},
}

// readJSONCases returns the whole corpus.
func readJSONCases(t testing.TB) []jsonCase {
	t.Helper()
	paths, err := filepath.Glob("testdata/json/[0-9]*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	var cases []jsonCase
	seen := map[string]string{}
	for _, path := range paths {
		for where, line := range lines(t, path) {
			c, err := parseJSONCase(line)
			if err != nil {
				t.Fatalf("%s: %v", where, err)
			}
			if other := seen[string(c.text)]; other != "" {
				t.Errorf("%s: the text of %s again", where, other)
			}
			seen[string(c.text)] = where
			c.where = where
			cases = append(cases, c)
		}
	}
	return cases
}

// lines goes through the lines of a file that are neither empty nor comments,
// with the place of each.
func lines(t testing.TB, path string) func(yield func(where, line string) bool) {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func(string, string) bool) {
		s := bufio.NewScanner(bytes.NewReader(file))
		for n := 1; s.Scan(); n++ {
			if line := s.Text(); line != "" && line[0] != '#' && !yield(fmt.Sprintf("%s:%d", filepath.Base(path), n), line) {
				return
			}
		}
	}
}

func parseJSONCase(line string) (jsonCase, error) {
	verdict, rest, _ := strings.Cut(line, " ")
	verdict, class, _ := strings.Cut(verdict, ":")
	c, ok := jsonVerdicts[verdict]
	if !ok {
		return c, fmt.Errorf("no verdict: %q", verdict)
	}
	c.class = class
	for {
		piece, after, err := jsonPiece(strings.TrimLeft(rest, " "))
		if err != nil {
			return c, err
		}
		c.text = append(c.text, piece...)
		if rest, ok = strings.CutPrefix(after, " + "); !ok {
			rest = after
			break
		}
	}
	if reason := strings.TrimLeft(rest, " "); !strings.HasPrefix(reason, "# ") || len(reason) < 4 {
		return c, fmt.Errorf("no reason: %q", rest)
	}
	return c, nil
}

// jsonPiece reads one piece of a text and returns what follows it.
func jsonPiece(s string) (piece, rest string, err error) {
	if call, after, ok := strings.Cut(s, ")"); ok && (strings.HasPrefix(call, "members(") || strings.HasPrefix(call, "tail(")) {
		name, count, _ := strings.Cut(call, "(")
		n, err := strconv.Atoi(count)
		if err != nil || n < 1 {
			return "", "", fmt.Errorf("no count of members: %q", count)
		}
		object := membersText(n)
		if name == "tail" {
			object = object[1:]
		}
		return object, after, nil
	}
	quoted, err := strconv.QuotedPrefix(s)
	if err != nil {
		return "", "", fmt.Errorf("no text: %q", s)
	}
	piece, err = strconv.Unquote(quoted)
	rest = s[len(quoted):]
	if times, ok := strings.CutPrefix(rest, " * "); ok {
		times, _, _ = strings.Cut(times, " ")
		n, err := strconv.Atoi(times)
		return strings.Repeat(piece, n), rest[len(" * ")+len(times):], err
	}
	return piece, rest, err
}

// membersText is an object of n members.
func membersText(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`,"n` + strconv.Itoa(i) + `":0`)
	}
	return "{" + b.String()[1:] + "}"
}
