package edit

import "strings"

// diff returns the lines that differ, between what two texts begin and end
// with in common.
func diff(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	var out strings.Builder
	for _, line := range x {
		out.WriteString("-" + line)
	}
	for _, line := range y {
		out.WriteString("+" + line)
	}
	return out.String()
}
