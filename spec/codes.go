package spec

// Rule is what a diagnostic's code stands for.
type Rule struct {
	Code    string
	Meaning string
	Schema  bool // webhookgen.schema.json catches it too, in an editor
}

// Rules are all rules of the language, one for each code.
var Rules = []Rule{
	// the file
	{"file-too-large", "the file is larger than 8 MB", false},
	{"byte-order-mark", "the file begins with a byte order mark", false},
	{"not-utf8", "the file is not UTF-8", false},
	{"control-character", "the file holds a character that YAML forbids", false},
	{"empty-file", "the file holds no document", false},
	{"bad-yaml", "the file is not YAML", false},
	{"second-document", "the file holds more than one document", false},
	{"anchor", "an anchor or alias is used", false},
	{"tag", "a tag is used", false},
	{"too-deep", "values are nested too deeply", false},
	{"bad-key", "a key is a list or a mapping", false},
	{"duplicate-key", "a mapping has a key twice", false},
	{"more-findings", "there are more findings than are shown", false},

	// keys and values
	{"wrong-type", "a value is of the wrong YAML type", true},
	{"unknown-key", "a key is not known", true},
	{"missing-key", "a required key is missing", true},
	{"conflicting-keys", "keys exclude each other", true},
	{"empty", "a list, mapping or text has no content", true},
	{"bad-value", "a word is none of those that are known", true},
	{"bad-name", "a name is not of the required form", true},
	{"builtin-name", "a declared type has the name of a built-in one", true},
	{"bad-go-name", "go_name is no exported Go name", true},
	{"bad-date", "a date is not of the form 2026-11-22", true},
	{"bad-url", "a web address is not of the required form", true},
	{"bad-duration", "a duration is not of the required form", true},
	{"out-of-range", "a whole number is too small or too large", true},
	{"not-finite", "a number is not a finite 64-bit float", false},
	{"bad-bounds", "min is greater than max", false},
	{"language-version", "the version of the language is not known", true},

	// names and what they refer to
	{"unknown-type", "a type is not declared", false},
	{"unknown-group", "a group is not declared", false},
	{"unknown-api", "a push API is not declared", false},
	{"duplicate-item", "a list has an item twice", false},
	{"member-collision", "two members of an object claim the same name", false},
	{"slug-collision", "two actions need the same file name", false},
	{"duplicate-push", "an action has two pushes of one API", false},
	{"ambiguous-push", "a push belongs to two actions", false},
	{"push-without-envelope", "an action has a push, and `push` is missing", true},
	{"unused-type", "a declared type is not used (a warning)", false},

	// types
	{"base-not-object", "a base is not an object", false},
	{"base-cycle", "an object extends itself", false},
	{"too-many-fields", "merging bases yields too many fields", false},
	{"type-cycle", "a type is made of nothing but itself", false},
	{"no-finite-value", "a type requires itself", false},
	{"misplaced-nullable", "{nullable: TYPE} stands where it cannot", true},
	{"already-nullable", "nullable is said of a type that admits null", false},
	{"observed-without-remark", "optional: observed lacks a remark", true},
	{"secret-not-string", "sensitive: secret is said of another type than string", true},
	{"nested-shapes", "a type with two shapes is wrapped again", false},
	{"ambiguous-shapes", "the bare shape has the wrapping member too", false},
	{"variant-not-object", "a variant of a union by member is not an object", false},
	{"variant-member", "a variant lacks the member that tells it apart", false},
	{"variant-value", "the member of a variant cannot have the value", false},
	{"kind-mismatch", "a variant is not of its JSON kind", false},
	{"trial-null", "a variant of a union by trial can be null", false},
	{"variants-alike", "two variants of a union by trial fit the same values", false},
	{"variant-hidden", "a variant of a union by trial never counts (a warning)", false},
	{"variant-blurred", "a variant of a union by trial, written, can be taken for another (a warning)", false},
	{"payload-not-object", "a payload is not an object", false},
	{"bad-sample", "a sample is not of its type", false},

	// the envelope
	{"proof-member", "the proof's member is not a required secret string", false},
	{"bad-signed", "what is signed is not of the required form", false},
	{"delivery-id-member", "the identifier's member is not a required string", false},
	{"action-member", "the member that tells the action is not a string that can tell it", false},
	{"header-value", "no header can have the value that an action's name needs", false},
	{"not-served", "it makes sense, and the generator does not serve it yet", false},
}
