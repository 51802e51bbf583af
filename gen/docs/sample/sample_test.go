package sample

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ text, want, issues string }{
		"json":              {`{"a": [1, "b", true, null]}`, `{"a":[1,"b",true,null]}`, ""},
		"comment":           {"{\"a\": 1 // optional\n}", `{"a":1}`, Commented},
		"placeholder":       {"{\"a\": {\n// \"A\" object\n}}", `{"a":{}}`, Placeholder},
		"placeholder list":  {"{\"a\": [\n// ids\n]}", `{"a":[]}`, ListHolder},
		"ellipsis":          {"{\"a\": 1,\n...\n}", `{"a":1}`, Ellipsis},
		"ellipsis comment":  {"{\"a\": 1\n// ...\n}", `{"a":1}`, Ellipsis},
		"trailing comma":    {`{"a": [1,], }`, `{"a":[1]}`, TrailingComma + " " + TrailingComma},
		"missing comma":     {"{\"a\": 1\n\"b\": 2}", `{"a":1,"b":2}`, MissingComma},
		"brace too many":    {`{"a": {"b": 1} } }`, `{"a":{"b":1}}`, UnmatchedBrace},
		"stray bracket":     {`{"a": {"b": 1}], "c": 2}`, `{"a":{"b":1},"c":2}`, UnmatchedBrace},
		"item not closed":   {`[{"a": {"b": 1}, {"a": 2}]`, `[{"a":{"b":1}},{"a":2}]`, UnclosedBrace + " " + MissingComma},
		"cut off":           {`{"a": {"b": 1`, `{"a":{"b":1}}`, UnclosedBrace + " " + UnclosedBrace},
		"single quotes":     {`{'a': 'b'}`, `{"a":"b"}`, ""},
		"bare name":         {`{a: 1}`, `{"a":1}`, OddToken},
		"bare placeholder":  {`{"a": <id>}`, `{"a":"\u003cid\u003e"}`, ""},
		"block comment":     {`{"a": /* b */ 1}`, `{"a":1}`, ""},
		"same name twice":   {`{"a": 1, "a": 2}`, `{"a":1}`, DuplicateName},
		"escapes":           {`{"a": "\u00e9\n\""}`, `{"a":"é\n\""}`, ""},
		"nothing":           {``, `null`, ""},
		"value left out":    {`{"a": , "b": 1}`, `{"a":null,"b":1}`, ""},
		"optional on brace": {"{\"a\": { //optional\n// A\n}}", `{"a":{}}`, Commented + " " + Placeholder},
	} {
		v, issues := Read(c.text)
		var got []string
		for _, issue := range issues {
			got = append(got, issue.Code)
		}
		if text := string(v.JSON()); text != c.want || strings.Join(got, " ") != c.issues {
			t.Errorf("%s: %s with %q, want %s with %q", name, text, got, c.want, c.issues)
		}
	}
}

func TestDeepSamples(t *testing.T) {
	v, issues := Read(strings.Repeat(`{"a":[`, 100_000))
	if !json.Valid(v.JSON()) || !slices.ContainsFunc(issues, func(i Issue) bool { return i.Code == TooDeep }) {
		t.Errorf("a sample of any depth: %d issues", len(issues))
	}
}

func TestManyIssues(t *testing.T) {
	v, issues := Read("{" + strings.Repeat(`"a" "b": 1, `, 10*maxIssues) + "}")
	if len(issues) != maxIssues || len(v.Members) == 0 {
		t.Errorf("%d issues, want the first %d", len(issues), maxIssues)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`{"a": [1, {"b": "c"}], // d` + "\n ... }")
	f.Add("{ a: <b>, 'c': \"\\u12\n\" }")
	f.Add(`[{"a": {"b": 1}, {"a": 2}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		v, issues := Read(text)
		if !json.Valid(v.JSON()) {
			t.Errorf("no JSON: %s", v.JSON())
		}
		for _, issue := range issues {
			if issue.Offset < 0 || issue.Offset > len(text) {
				t.Errorf("%s at %d of %d", issue.Code, issue.Offset, len(text))
			}
		}
		if json.Valid([]byte(text)) && len(issues) > 0 && !slices.ContainsFunc(issues, func(i Issue) bool {
			return i.Code == DuplicateName || i.Code == TooDeep
		}) {
			t.Errorf("issues with sound JSON: %v", issues)
		}
	})
}
