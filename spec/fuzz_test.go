package spec

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
)

// nasties are files that parsers choke on.
func nasties() map[string]string {
	bomb := "a: &a [x, x]\n"
	for i := 'b'; i < 'z'; i++ {
		bomb += fmt.Sprintf("%c: &%c [*%c, *%c, *%c, *%c]\n", i, i, i-1, i-1, i-1, i-1)
	}
	return map[string]string{
		"nothing":               "",
		"alias bomb":            head + bomb,
		"alias of itself":       "a: &a [*a]",
		"brackets":              strings.Repeat("[", 100_000),
		"braces":                head + "types: " + strings.Repeat("{a: ", 50_000),
		"closed brackets":       head + "types: " + strings.Repeat("[", 9_000) + strings.Repeat("]", 9_000),
		"deep block":            deepBlock(2_000),
		"dashes":                strings.Repeat("- ", 100_000),
		"question marks":        strings.Repeat("? ", 100_000),
		"second document":       head + "---\n" + head,
		"bad second document":   head + "---\n[",
		"not UTF-8":             head + "\xff\xfe",
		"UTF-16":                "\xff\xfea\x00:\x00 \x001\x00",
		"long line":             head + "types: {" + strings.Repeat("A: {type: B}, ", 30_000) + "}",
		"long line of findings": head + "types: {ä: [" + strings.Repeat("&a x, ", 30_000) + "]}",
		"long text":             head + "actions: {" + strings.Repeat("x", 1_000_000) + ": {}}",
		"long unknown keys":     head + strings.Repeat("k: v\n", 50_000),
		"many typos":            head + manyTypos(5_000),
		"chain of aliases":      head + chain(20_000, "T%d: {type: T%d}"),
		"chain of bases":        head + chain(20_000, "T%d: {base: T%d, fields: {x: int}}"),
		"chain of objects":      head + chain(20_000, "T%d: {fields: {x: T%d}}"),
		"directive":             "%YAML 1.1\n%TAG ! !x\n---\n!a b: 1\n",
		"merge key":             head + "<<: {actions: {}}",
		"comments":              "# a\n\n  # b\n" + head + " # c\n\n# d",
		"NEL":                   "webhookgen: 1\u0085x\u2028y: [\u2029",
		"tabs":                  head + "actions:\n\ta:\n\t\tfields: {}",
		"null bytes":            "a: \x00",
	}
}

func deepBlock(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func manyTypos(count int) string {
	var b strings.Builder
	b.WriteString("types:\n")
	for i := range count {
		fmt.Fprintf(&b, "  Type%d: {fields: {a: Typo%d}}\n", i, i)
	}
	return b.String() + "actions: {a: {fields: {}}}\n"
}

func chain(length int, form string) string {
	var b strings.Builder
	b.WriteString("actions: {a: {fields: {t: T0}}}\ntypes:\n")
	for i := range length {
		fmt.Fprintf(&b, "  "+form+"\n", i, i+1)
	}
	fmt.Fprintf(&b, "  T%d: {fields: {}}\n", length)
	return b.String()
}

func TestNasties(t *testing.T) {
	for name, text := range nasties() {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			api, ds := Parse("x.yaml", []byte(text))
			render(t, ds, "x.yaml", []byte(text))
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("it took %v", took)
			}
			if strings.HasPrefix(name, "chain of") != (api != nil) && name != "chain of bases" {
				t.Errorf("accepted: %v", api != nil)
			}
			checkDiagnostics(t, api, ds, []byte(text))
		})
	}
}

func TestTooLarge(t *testing.T) {
	api, ds := Parse("x.yaml", make([]byte, 50<<20))
	if api != nil || len(ds) != 1 || ds[0].Code != "file-too-large" {
		t.Errorf("got %v", ds)
	}
}

// FuzzParse holds Parse to its promises: no panic, no API beside errors, and
// every finding inside the file and ready to be shown.
func FuzzParse(f *testing.F) {
	for _, folder := range []string{"good", "bad"} {
		for _, e := range examples(f, folder) {
			f.Add(e.src)
		}
	}
	for _, text := range nasties() {
		if len(text) < 10_000 {
			f.Add([]byte(text))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		api, ds := Parse("x.yaml", src)
		checkDiagnostics(t, api, ds, src)
		render(t, ds, "x.yaml", src)
		if _, err := ds.JSON("x.yaml"); err != nil {
			t.Error(err)
		}
		if draft, found := Draft("x.yaml", src); len(found) != len(ds) || draft == nil && !ds.HasErrors() {
			t.Errorf("a draft has %d findings, %d otherwise", len(found), len(ds))
		}
		if api != nil {
			checkSamples(t, api)
		}
	})
}

// checkSamples checks that every sample is JSON.
func checkSamples(t *testing.T, api *API) {
	t.Helper()
	check := func(s Sample) {
		if s != nil && !json.Valid(s) {
			t.Errorf("sample is not JSON: %s", s)
		}
	}
	for _, d := range api.Types {
		check(d.Sample)
		if o, ok := d.Body.(*Object); ok {
			for _, f := range o.Fields {
				check(f.Sample)
			}
		}
	}
	for _, a := range api.Actions {
		check(a.Sample)
	}
}
