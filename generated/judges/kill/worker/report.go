package main

import (
	"fmt"
	"hash/maphash"
	"reflect"
	"slices"

	"github.com/webhookgen/webhookgen/generated/judges"
)

// report is what came of a trial, always the same without a mutant: the
// verdicts, with the places and rules of violations, and the words beside them.
type report struct{ verdict, words maphash.Hash }

var seed = maphash.MakeSeed()

func newReport() *report {
	r := &report{}
	r.verdict.SetSeed(seed)
	r.words.SetSeed(seed)
	return r
}

// say adds to the verdict.
func (r *report) say(texts ...string) {
	for _, text := range texts {
		r.verdict.WriteString(text)
		r.verdict.WriteByte(0)
	}
}

// whisper adds to the words that come with it.
func (r *report) whisper(text string) {
	r.words.WriteString(text)
	r.words.WriteByte(0)
}

// parsed adds the verdict on a text, and what an accepted one is written as.
func (r *report) parsed(d judges.Delivery, err error) {
	if err != nil {
		r.failed(err)
		return
	}
	if err := d.Validate(); err != nil {
		r.say("not to be sent")
		r.failed(err)
		return
	}
	again, err := d.AppendJSON(nil)
	if err != nil {
		r.say("not to be written", err.Error())
		return
	}
	r.verdict.Write(again)
}

// failed adds an error, or that there is none: places and the rules broken
// there, and in other words what it says.
func (r *report) failed(err error) {
	if err == nil {
		r.say("accepted")
		return
	}
	r.whisper(err.Error())
	v := reflect.Indirect(reflect.ValueOf(err))
	r.say(v.Type().Name())
	if v.Kind() != reflect.Struct {
		return
	}
	if reason := v.FieldByName("Reason"); reason.IsValid() {
		r.say(reason.String())
	}
	list := v.FieldByName("Violations")
	if !list.IsValid() {
		return
	}
	var places []string
	for i := range list.Len() {
		v := list.Index(i)
		places = append(places, fmt.Sprint(v.FieldByName("Pointer"), " ", v.FieldByName("Rule"), " ", v.FieldByName("Member")))
	}
	slices.Sort(places)
	r.say(slices.Compact(places)...)
}

// outcome is a report, short.
type outcome struct{ verdict, words uint64 }

func (r *report) outcome() outcome { return outcome{r.verdict.Sum64(), r.words.Sum64()} }
