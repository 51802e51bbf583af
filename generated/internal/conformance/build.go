package conformance

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
)

// Builder fills Go values at random, as a program could that knows nothing of
// what is allowed: nil in every place, invalid text, numbers that are none,
// values that contain themselves. Most values are mended afterwards until
// their own Validate is content, so that both sides of it are met.
type Builder struct {
	rand     *rand.Rand
	variants []reflect.Type
	makers   map[reflect.Type][]reflect.Value
	mending  map[reflect.Type]reflect.Value
	above    []reflect.Value // pointers to what is being built
	hostile  bool            // the value is left as it comes
}

// NewBuilder returns a Builder whose values depend on the seed alone.
func NewBuilder(seed uint64) *Builder {
	return &Builder{
		rand:    rand.New(rand.NewPCG(seed, seed)),
		makers:  map[reflect.Type][]reflect.Value{},
		mending: map[reflect.Type]reflect.Value{},
	}
}

// Variants adds nil pointers of the types that can stand in interfaces.
func (b *Builder) Variants(nils ...any) {
	for _, v := range nils {
		b.variants = append(b.variants, reflect.TypeOf(v))
	}
}

// Makers adds functions that make values: those of types with unexported
// fields, and of types that hardly anything random is a good value of.
func (b *Builder) Makers(functions ...any) {
	for _, f := range functions {
		v := reflect.ValueOf(f)
		b.makers[v.Type().Out(0)] = append(b.makers[v.Type().Out(0)], v)
	}
}

// Mend adds a function of a pointer to a struct that makes its fields agree
// with each other.
func (b *Builder) Mend(function any) {
	v := reflect.ValueOf(function)
	b.mending[v.Type().In(0).Elem()] = v
}

// Build returns a pointer to a new value of the type of example.
func (b *Builder) Build(example any) any {
	b.above, b.hostile = nil, b.chance(6)
	v := reflect.New(reflect.TypeOf(example))
	b.fill(v.Elem())
	return v.Interface()
}

// chance is true once in n times.
func (b *Builder) chance(n int) bool { return b.rand.IntN(n) == 0 }

// deep says whether to come to an end.
func (b *Builder) deep() bool { return len(b.above) > 5 }

// call calls a maker with arguments at random.
func (b *Builder) call(maker reflect.Value) reflect.Value {
	var args []reflect.Value
	for i := range maker.Type().NumIn() {
		arg := reflect.New(maker.Type().In(i)).Elem()
		b.above = append(b.above, arg.Addr())
		b.fill(arg)
		b.above = b.above[:len(b.above)-1]
		args = append(args, arg)
	}
	return maker.Call(args)[0]
}

// structure fills the fields of a struct, and fills those again that its own
// Validate objects to.
func (b *Builder) structure(v reflect.Value) {
	for i := range v.NumField() {
		b.field(v, i)
	}
	for try := 0; try < 30 && !b.hostile; try++ {
		if mend, ok := b.mending[v.Type()]; ok {
			mend.Call([]reflect.Value{v.Addr()})
		}
		pointers := violations(v)
		if pointers == nil {
			return
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(pointers[0], "/"), "/")
		for i := range v.NumField() {
			if tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ","); tag == name || name == "" || tag == "" || tag == "-" {
				b.field(v, i)
			}
		}
	}
}

func (b *Builder) field(v reflect.Value, i int) {
	field := v.Type().Field(i)
	if !field.IsExported() {
		panic(fmt.Sprintf("conformance: %s needs a maker", v.Type()))
	}
	if strings.HasSuffix(field.Name, "Member") && field.Type.Kind() == reflect.String && b.chance(2) {
		v.Field(i).SetString("") // the present name
		return
	}
	b.fill(v.Field(i))
}
