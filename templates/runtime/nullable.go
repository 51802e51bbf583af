package runtime

import "encoding/json"

// Nullable is a member that can be missing, null, or a value. The zero
// Nullable is missing.
type Nullable[T any] struct {
	null  bool
	value *T // behind a pointer, since a type can contain itself as a Nullable
}

// NullableOf returns a Nullable that holds v.
func NullableOf[T any](v T) Nullable[T] { return Nullable[T]{value: &v} }

// Null returns a Nullable that is null.
func Null[T any]() Nullable[T] { return Nullable[T]{null: true} }

// Get returns the value, and whether there is one.
func (n Nullable[T]) Get() (v T, ok bool) {
	if n.value == nil {
		return v, false
	}
	return *n.value, true
}

// IsNull says whether the member is there and null.
func (n Nullable[T]) IsNull() bool { return n.null }

// IsZero says whether the member is missing. It is what the tag omitzero asks.
func (n Nullable[T]) IsZero() bool { return !n.null && n.value == nil }

// MarshalJSON returns the value as JSON, or null. A missing member is for the
// tag omitzero to leave out.
func (n Nullable[T]) MarshalJSON() ([]byte, error) { return json.Marshal(n.value) }

// UnmarshalJSON reads null, or a value as strictly as its type is read.
func (n *Nullable[T]) UnmarshalJSON(data []byte) error {
	if err := CheckJSON(data); err != nil {
		return err
	}
	fresh := Null[T]()
	if err := json.Unmarshal(data, &fresh.value); err != nil {
		return err
	}
	fresh.null = fresh.value == nil
	*n = fresh
	return nil
}

// nullable reads a value into a Nullable.
func nullable[T any](d *decoder, p int, read func(*decoder, int) (T, int)) (Nullable[T], int) {
	if after := d.isNull(p); after >= 0 {
		return Null[T](), after
	}
	v, p := read(d, p)
	return NullableOf(v), p
}
