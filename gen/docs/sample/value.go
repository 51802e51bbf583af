package sample

// Kind is what a value is.
type Kind uint8

// The kinds of values. An Absent value is one that the text leaves out.
const (
	Absent Kind = iota
	Null
	Bool
	Number
	String
	List
	Object
)

// Value is a value of a sample.
type Value struct {
	Kind     Kind
	Text     string // of a string without quotes, of a number or word as it stands
	Members  []*Member
	Items    []*Value
	Comments []Comment // on lines of their own inside an object or list
	Ellipsis bool      // an object or list that goes on
	Offset   int
}

// Member is a member of an object.
type Member struct {
	Name   string
	Value  *Value
	Notes  []Comment // on its line, or right before it
	Offset int       // of the name
}

// Comment is a comment without its marks.
type Comment struct {
	Text   string
	Offset int
}

// Issue is what had to be overlooked.
type Issue struct {
	Code   string
	Offset int
	Width  int
}

// The codes of issues.
const (
	Commented      = "trailing-comment" // a comment on the line of a value
	Placeholder    = "comment-for-object"
	ListHolder     = "comment-for-list"
	Ellipsis       = "trailing-ellipsis"
	TrailingComma  = "trailing-comma"
	MissingComma   = "missing-comma"
	UnmatchedBrace = "unmatched-brace"
	UnclosedBrace  = "unclosed-brace"
	OddToken       = "odd-token"
	TooDeep        = "too-deep"
	DuplicateName  = "duplicate-member"
)

// Member returns the member of that name, nil if there is none.
func (v *Value) Member(name string) *Member {
	if v == nil {
		return nil
	}
	for _, m := range v.Members {
		if m.Name == name {
			return m
		}
	}
	return nil
}
