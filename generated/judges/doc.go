// Package judges holds generated code against judges that know nothing of it:
// JSON Schema validators of other people, fed with the emitted schemas.
//
// It is a module of its own, so that no consumer inherits the judges. In the
// room: judges, and the cases on which they must agree. May not enter: what
// is right for one provider, and tests that need nothing but this repository.
package judges
