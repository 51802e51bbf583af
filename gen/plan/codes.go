package plan

// Rule is what a diagnostic's code stands for.
type Rule struct {
	Code    string
	Meaning string
}

// Rules are all rules of this package, one for each code. Package spec has none
// of these codes.
var Rules = []Rule{
	{"package-name", "the package cannot have the name"},
	{"go-name-needed", "a name has no Go name of its own, and go_name gives it none"},
	{"go-name-reserved", "a Go name is one that every generated package has"},
	{"go-name-collision", "two things claim one Go name"},
	{"file-name-collision", "two types claim one file"},
	{"too-many-members", "an object has more member names than a decoder tells apart"},
}
