package runtime

import (
	"reflect"
	"strings"
	"sync"
	"unsafe"
)

// lender is a decoder whose results are given back, so that it uses all of its
// room again: the text, the delivery, and a payload for each action.
type lender struct {
	decoder  decoder
	text     []byte
	parcel   largeParcel
	payloads []ownPayload // by the number of the action
	lent     *ownPayload  // that of the delivery, or nil
	copied   func([]byte) string
}

// ownPayload is a payload that is lent again and again, and its memory.
type ownPayload struct {
	Payload
	memory reflect.Value
}

var lenders = sync.Pool{New: func() any {
	l := &lender{payloads: make([]ownPayload, len(actionTable))}
	l.copied = l.copy
	return l
}}

// keptLoan is how much room for text a lender keeps.
const keptLoan = 64 << 10

// open returns the decoder, which takes from the lender what it hands out.
func (l *lender) open() *decoder {
	d := &l.decoder
	d.loan = l
	d.copied = l.copied
	return d
}

// copy returns input with its padding, as a text that the next one overwrites.
func (l *lender) copy(input []byte) string {
	l.text = append(append(l.text[:0], input...), padding...)
	return unsafe.String(unsafe.SliceData(l.text), len(l.text))
}

// payload returns an empty payload for the action of a number. A pass that
// repeats one that failed gets the same again, and what comes of it goes nowhere.
func (l *lender) payload(number int) Payload {
	l.lent = &l.payloads[number]
	if l.lent.Payload == nil {
		v := emptyPayload(number)
		*l.lent = ownPayload{v, reflect.ValueOf(v).Elem()}
	}
	return l.lent.Payload
}

// lend calls use with a delivery and what is wrong with its payload. Without a
// delivery it returns err, which outlives the loan.
func (l *lender) lend(v *Delivery, err error, use func(*Delivery, error) error) error {
	if invalid, ok := err.(*ValidationError); ok {
		for i := range invalid.Violations {
			invalid.Violations[i].Member = strings.Clone(invalid.Violations[i].Member)
		}
	}
	if v == nil {
		return err
	}
	return use(v, err)
}

// takeBack empties what was lent, so that nothing of it is met again: not by
// the next delivery, and not by one who kept a part against the rules.
func (l *lender) takeBack() {
	clear(l.text)
	if cap(l.text) > keptLoan {
		l.text = nil
	}
	l.parcel = largeParcel{}
	if l.lent != nil {
		l.lent.memory.SetZero()
		l.lent = nil
	}
	l.decoder.reset()
	lenders.Put(l)
}
