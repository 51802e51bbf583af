package runtime

// Nullable is a member that can be missing, null, or a value. The zero
// Nullable is missing.
type Nullable[T any] struct {
	state nullState
	value T
}

type nullState uint8

const (
	stateMissing nullState = iota
	stateNull
	stateValue
)

// NullableOf returns a Nullable that holds v.
func NullableOf[T any](v T) Nullable[T] { return Nullable[T]{state: stateValue, value: v} }

// Null returns a Nullable that is null.
func Null[T any]() Nullable[T] { return Nullable[T]{state: stateNull} }

// Get returns the value, and whether there is one.
func (n Nullable[T]) Get() (T, bool) { return n.value, n.state == stateValue }

// IsNull says whether the member is there and null.
func (n Nullable[T]) IsNull() bool { return n.state == stateNull }

// IsZero says whether the member is missing. It is what the tag omitzero asks.
func (n Nullable[T]) IsZero() bool { return n.state == stateMissing }

// nullable reads a value into a Nullable.
func nullable[T any](d *decoder, p int, read func(*decoder, int) (T, int)) (Nullable[T], int) {
	if after := d.isNull(p); after >= 0 {
		return Null[T](), after
	}
	v, p := read(d, p)
	return NullableOf(v), p
}
