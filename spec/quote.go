package spec

import "fmt"

// clip shortens a text for a message and makes its control characters harmless.
func clip(text string) string {
	q := quote(text)
	return q[1 : len(q)-1]
}

// quote is clip in double quotes.
func quote(text string) string {
	const longest = 60
	if runes := []rune(text[:min(len(text), 4*(longest+1))]); len(runes) > longest {
		text = string(runes[:longest]) + "…"
	}
	return fmt.Sprintf("%q", text)
}
