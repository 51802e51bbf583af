// Package update carries what has changed on a page into a specification. It
// goes by three texts: the page as it was, the page as it is, and the
// specification. Where the specification says what the old page said, it
// follows the new one; where a person has decided something, the change is a
// conflict and nothing is touched.
package update
