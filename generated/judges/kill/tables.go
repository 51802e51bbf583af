package main

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

//go:embed helpers.go.txt
var helpers string

// tables are the variables that say what is checked, and their mutants.
type tables struct {
	mutants map[string][2]int // by variable: the first and the last
	code    strings.Builder   // statements that register the mutants
}

// findTables finds the tables of a package.
func findTables(sources []*source) *tables {
	t := &tables{mutants: map[string][2]int{}}
	closed := closedEnums(sources)
	for _, s := range sources {
		for _, decl := range s.file.Decls {
			if d, ok := decl.(*ast.GenDecl); ok && d.Tok == token.VAR {
				t.variables(s, d, closed)
			}
		}
	}
	return t
}

func (t *tables) variables(s *source, d *ast.GenDecl, closed map[string]bool) {
	for _, spec := range d.Specs {
		v, ok := spec.(*ast.ValueSpec)
		if !ok || len(v.Names) != 1 || len(v.Values) != 1 {
			continue
		}
		value, ok := v.Values[0].(*ast.CompositeLit)
		if !ok {
			continue
		}
		name, first := v.Names[0].Name, len(s.mutants)
		s.within = name
		switch {
		case isIdent(value.Type, "objectInfo"):
			t.object(s, name, value)
		case closed[name]:
			t.values(s, name, value)
		case name == "actionTable" || name == "pushActions":
			t.entries(s, name, value)
		}
		s.within = ""
		if last := len(s.mutants) - 1; last >= first {
			t.mutants[name] = [2]int{first, last}
		}
	}
}

// add registers a mutant that sets a variable, or a part of one.
func (t *tables) add(s *source, place, value, what string, args ...any) {
	n := s.mutant(what, args...)
	fmt.Fprintf(&t.code, "\tkill_active.Tables[%d] = func() func() {\n\t\told := %s\n\t\t%s = %s\n\t\treturn func() { %s = old }\n\t}\n",
		n, place, place, value, place)
}

// object adds what an objectInfo demands: members, one name of several, and
// no others.
func (t *tables) object(s *source, name string, value *ast.CompositeLit) {
	for _, e := range value.Elts {
		pair := e.(*ast.KeyValueExpr)
		switch pair.Key.(*ast.Ident).Name {
		case "closed":
			t.add(s, name+".closed", "false", "other members are allowed")
		case "required":
			t.required(s, name, pair.Value.(*ast.CompositeLit))
		case "older":
			t.older(s, name, pair.Value.(*ast.CompositeLit))
		}
	}
}

func (t *tables) required(s *source, name string, set *ast.CompositeLit) {
	for i, e := range set.Elts {
		word, _ := strconv.ParseUint(e.(*ast.BasicLit).Value, 0, 64)
		for bit := range 64 {
			if word>>bit&1 != 0 {
				place := fmt.Sprintf("%s.required[%d]", name, i)
				t.add(s, place, fmt.Sprintf("old &^ (1 << %d)", bit), "field %d is not required", 64*i+bit)
			}
		}
	}
}

func (t *tables) older(s *source, name string, list *ast.CompositeLit) {
	place := name + ".older"
	for i, e := range list.Elts {
		t.add(s, place, fmt.Sprintf("append(append([]olderNames(nil), old[:%d]...), old[%d:]...)", i, i+1),
			"names of renamed member %d are not compared", i)
		for _, e := range e.(*ast.CompositeLit).Elts {
			pair := e.(*ast.KeyValueExpr)
			switch pair.Key.(*ast.Ident).Name {
			case "required":
				t.add(s, fmt.Sprintf("%s[%d].required", place, i), "false", "renamed member %d is not required", i)
			case "numbers":
				count := len(pair.Value.(*ast.CompositeLit).Elts)
				for j := range count {
					t.add(s, fmt.Sprintf("%s[%d].numbers", place, i),
						fmt.Sprintf("append(append([]int(nil), old[:%d]...), old[%d:]...)", j, j+1),
						"name %d of renamed member %d is not counted", j, i)
				}
			}
		}
	}
}

func (t *tables) values(s *source, name string, list *ast.CompositeLit) {
	typ := s.code(list.Type)
	for i, e := range list.Elts {
		t.add(s, name, fmt.Sprintf("append(append(%s(nil), old[:%d]...), old[%d:]...)", typ, i, i+1), "%s is no value", s.code(e))
	}
	t.add(s, name, fmt.Sprintf("append(append(%s(nil), old...), \"zzz\")", typ), "zzz is a value")
}

// entries has each entry of a table be that of the entry after it.
func (t *tables) entries(s *source, name string, table *ast.CompositeLit) {
	for i, e := range table.Elts {
		key := s.code(e.(*ast.KeyValueExpr).Key)
		other := s.code(table.Elts[(i+1)%len(table.Elts)].(*ast.KeyValueExpr).Key)
		if len(table.Elts) > 1 {
			t.add(s, name+"["+key+"]", name+"["+other+"]", "%s is taken for %s", key, other)
		}
	}
}

// uses wraps what uses a table, so that it is known which cases do.
func (t *tables) uses(s *source) {
	for _, decl := range s.file.Decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		ast.Inspect(f.Body, func(n ast.Node) bool {
			e, name := tableUse(n)
			if mutants, ok := t.mutants[name]; ok && e != nil {
				s.wrap(e, fmt.Sprintf("kill_see(%d, %d, ", mutants[0], mutants[1]), ")")
				return false
			}
			return true
		})
	}
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
