package main

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/format"
	"slices"
)

// put is text that goes before and after a part of a file.
type put struct {
	from, to      int // offsets of the part
	before, after string
}

// wrap puts text before and after a node. Of two wraps of one node, the first
// is outside.
func (s *source) wrap(n ast.Node, before, after string) {
	s.puts = append(s.puts, put{s.offset(n.Pos()), s.offset(n.End()), before, after})
}

// pick has an expression replaced by another while a new mutant is alive.
func (s *source) pick(e ast.Expr, instead, what string) {
	s.wrap(e, fmt.Sprintf("kill_pick(%d, ", s.mutant("%s: %s instead of %s", what, instead, s.code(e))), ", "+instead+")")
}

// apply returns the file with everything put in.
func (s *source) apply() ([]byte, error) {
	// What is around others opens before them, and closes after them.
	opens := slices.Clone(s.puts)
	slices.SortStableFunc(opens, func(a, b put) int { return cmp.Or(a.from-b.from, b.to-a.to) })
	closes := slices.Clone(s.puts)
	slices.Reverse(closes)
	slices.SortStableFunc(closes, func(a, b put) int { return cmp.Or(a.to-b.to, b.from-a.from) })
	var out bytes.Buffer
	at := 0
	copyTo := func(offset int) {
		out.Write(s.text[at:offset])
		at = offset
	}
	for len(closes) > 0 {
		if len(opens) > 0 && opens[0].from < closes[0].to {
			copyTo(opens[0].from)
			out.WriteString(opens[0].before)
			opens = opens[1:]
			continue
		}
		copyTo(closes[0].to)
		out.WriteString(closes[0].after)
		closes = closes[1:]
	}
	copyTo(len(s.text))
	return format.Source(out.Bytes())
}
