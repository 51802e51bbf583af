package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
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
		case name == "pushActions":
			t.entries(s, name, value)
		case name == "eventActions":
			t.events(s, name, value)
		case isIdent(value.Type, "trialInfo", "routing", "contractInfo"):
			t.flags(s, name, value)
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
				t.add(s, place, fmt.Sprintf("old &^ (1 << %d)", bit), "field %d is not required%s", 64*i+bit, s.wrapped())
			}
		}
	}
}

// wrapped marks the member of an object that is only read if it has that.
func (s *source) wrapped() string {
	if strings.HasSuffix(s.name, "_shapes.go") && bytes.Contains(s.text, []byte(", false) {\n\t\treturn d.object(")) {
		return ", and is there"
	}
	return ""
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

// events has each action of an event be the one after it, and the event have none.
func (t *tables) events(s *source, name string, table *ast.CompositeLit) {
	for _, e := range table.Elts {
		pair := e.(*ast.KeyValueExpr)
		event := name + "[" + s.code(pair.Key) + "]"
		t.add(s, event, "nil", "%s has no actions", s.code(pair.Key))
		t.entries(s, event, pair.Value.(*ast.CompositeLit))
	}
}

// flags has each thing that is demanded not be: that a union is closed, or that
// one of its variants alone may fit, or that a body is a form.
func (t *tables) flags(s *source, name string, table *ast.CompositeLit) {
	for _, e := range table.Elts {
		pair := e.(*ast.KeyValueExpr)
		if isIdent(pair.Value, "true") && isIdent(pair.Key, "closed", "exactly", "formAlways") {
			t.add(s, name+"."+s.code(pair.Key), "false", "not %s", s.code(pair.Key))
		}
	}
}
