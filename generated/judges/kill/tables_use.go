package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"
)

// uses wraps what uses a table, so that it is known which cases do.
func (t *tables) uses(s *source) {
	for _, decl := range s.file.Decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		ast.Inspect(f.Body, func(n ast.Node) bool { return t.use(s, n) })
	}
}

func (t *tables) use(s *source, n ast.Node) bool {
	if sel, ok := n.(*ast.SelectorExpr); ok { // what is selected is no table
		ast.Inspect(sel.X, func(n ast.Node) bool { return t.use(s, n) })
		return false
	}
	e, name := tableUse(n)
	mutants, ok := t.mutants[name]
	if !ok {
		return true
	}
	before, after := fmt.Sprintf("kill_see(%d, %d, ", mutants[0], mutants[1]), ")"
	if _, whole := e.(*ast.Ident); whole { // still a variable, that methods can be called of
		before, after = "(*"+before+"&", "))"
	}
	s.wrap(e, before, after)
	return false
}

// tableUse returns an expression that takes a whole table, and its name.
func tableUse(n ast.Node) (ast.Expr, string) {
	switch n := n.(type) {
	case *ast.UnaryExpr:
		if id, ok := n.X.(*ast.Ident); ok && n.Op == token.AND {
			return n, id.Name
		}
	case *ast.Ident:
		return n, n.Name
	}
	return nil, ""
}

// closedEnums returns the lists of values that a text is held against.
func closedEnums(sources []*source) map[string]bool {
	closed := map[string]bool{}
	for _, s := range sources {
		ast.Inspect(s.file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && (isIdent(call.Fun, "oneOf") || isIdent(call.Fun, "checkOneOf")) {
				if id, ok := call.Args[2].(*ast.Ident); ok {
					closed[id.Name] = true
				}
			}
			return true
		})
	}
	return closed
}

// addHelpers adds a file with what the instrumented ones call.
func (in *instrumenter) addHelpers(folder, pkg string, t *tables) error {
	text := "package " + pkg + "\n" + helpers + "\nfunc init() {\n" + t.code.String() + "}\n"
	return in.replace(filepath.Join(folder, "kill_helpers.go"), []byte(text))
}

func isIdent(n ast.Node, names ...string) bool {
	id, ok := n.(*ast.Ident)
	return ok && slices.Contains(names, id.Name)
}
