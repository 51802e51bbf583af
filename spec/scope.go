package spec

// scope holds the declared names of one kind.
type scope[T any] struct {
	*findings
	code   string // of the finding about a name that is not declared
	what   string
	byName map[string]T
	names  []string
	// partial is set where a declaration could not be read: names may be
	// missing through no fault of those who use them.
	partial bool
}

func newScope[T any](fs *findings, code, what string) *scope[T] {
	return &scope[T]{findings: fs, code: code, what: what, byName: map[string]T{}}
}

// declare adds a name; the first of several stays.
func (s *scope[T]) declare(name string, decl T) bool {
	if _, taken := s.byName[name]; taken {
		return false
	}
	s.byName[name] = decl
	s.names = append(s.names, name)
	return true
}

// find looks up a name and reports one that is not declared.
func (s *scope[T]) find(name string, at Span) (T, bool) {
	decl, ok := s.byName[name]
	if !ok && !s.partial {
		s.add(s.code, at, "there is no %s %s", s.what, quote(name)).help("%s", s.didYouMean(name, s.names, s.none()))
	}
	return decl, ok
}

func (s *scope[T]) none() string {
	if len(s.names) == 0 {
		return "none is declared"
	}
	return "declare it first"
}
