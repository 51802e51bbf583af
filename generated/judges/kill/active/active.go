// Package active says which mutant is alive: of all the checks that are wrapped
// in a question to it, the one whose number is current is taken out.
//
// Instrumented code and the program that runs it share it. May not enter:
// anything else, since it is compiled into packages that have no dependencies.
package active

// current is the number of the mutant that is alive; 0 for none.
var current int

// met, if not nil, notes which questions are asked.
var met []uint64

// most is how often a case can ask about the mutant that is alive, far more
// than any does that comes to an end.
const most = 1_000_000

// asked is how often it has.
var asked int

// Set makes mutant n alive; 0 for none.
func Set(n int) { current = n }

// Begin says that another case begins.
func Begin() { asked = 0 }

// Note has all further questions noted in a set of mutants; nil for none.
func Note(set []uint64) { met = set }

// On says whether the check of mutant n is taken out.
func On(n int) bool {
	if met != nil {
		met[n>>6] |= 1 << (n & 63)
	}
	if n != current {
		return false
	}
	if asked++; asked > most {
		panic("it does not come to an end")
	}
	return true
}

// Is is On, unless something depends on it only if On is asked too.
func Is(n int) bool { return n == current }

// See notes the questions from first to last: those of a table that is used.
func See(first, last int) {
	for n := first; met != nil && n <= last; n++ {
		met[n>>6] |= 1 << (n & 63)
	}
}

// Tables are the mutants that change a table: each does, and returns what
// changes it back.
var Tables = map[int]func() (undo func()){}
