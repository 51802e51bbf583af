package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/urfave/cli/v3"
	"github.com/webhookgen/webhookgen/cmd/webhookgen/internal/jsonstream"
)

// maxValue is the size of the largest JSON value that is validated.
const maxValue = 64 << 20

// reader is what a source is read from.
type reader = io.ReadCloser

// stdinReader keeps standard input open.
type stdinReader struct{ io.Reader }

func (stdinReader) Close() error { return nil }

// tally counts what a validation has met.
type tally struct {
	valid, invalid, unknown, unreadable int
}

// summary is the last line of a validation for people.
func (t tally) summary() string {
	s := fmt.Sprintf("%d checked: %d valid, %d invalid", t.valid+t.invalid, t.valid, t.invalid)
	if t.unknown > 0 {
		s += fmt.Sprintf("; %d of the valid with an unknown action", t.unknown)
	}
	if t.unreadable > 0 {
		s += fmt.Sprintf("; %s not readable", counted(t.unreadable, "file"))
	}
	return s
}

// validation goes through sources and writes a verdict for each value.
type validation struct {
	program  *program
	judge    *judge
	sources  []source
	json     bool
	progress *progress
	tally    tally
}

func (p *program) newValidation(c *cli.Command, j *judge, sources []source) *validation {
	return &validation{program: p, judge: j, sources: sources, json: c.String("format") == "json",
		progress: p.newProgress(sources)}
}

// run validates everything and returns errFaults or errFindings if there was
// reason to.
func (v *validation) run() error {
	defer v.progress.clear()
	for _, s := range v.sources {
		if err := v.source(s); err != nil {
			return err
		}
	}
	v.progress.clear()
	if !v.json {
		fmt.Fprintln(v.program.stdout, v.tally.summary())
	}
	switch {
	case v.tally.unreadable > 0:
		return errFaults
	case v.tally.invalid > 0:
		return errFindings
	}
	return nil
}

// source validates what one source holds. Only what ends the whole validation
// is returned: output that cannot be written.
func (v *validation) source(s source) error {
	fault := s.fault
	if fault == nil {
		in, err := s.open(v.program)
		if err == nil {
			defer in.Close()
			fault, err = v.values(s, v.progress.counting(in))
			if err != nil {
				return err
			}
		} else {
			fault = err
		}
	}
	if fault != nil {
		v.tally.unreadable++
		v.progress.clear()
		fmt.Fprintf(v.program.stderr, "%s %v\n", v.program.red(v.program.stderr, "webhookgen:"), fault)
	}
	return nil
}

// values validates the values of a source. fault says why reading it ended
// early.
func (v *validation) values(s source, in io.Reader) (fault, err error) {
	next := func() (jsonstream.Value, error) { return whole(in) }
	if s.stream {
		next = jsonstream.NewReader(in, maxValue).Next
	}
	for n := 0; ; n++ {
		value, err := next()
		if err == io.EOF && n == 0 {
			return nil, v.write(verdict{Source: s.path, Line: 1, Error: "there is no JSON value"})
		}
		if err == io.EOF {
			return nil, nil
		}
		if err != nil {
			return fmt.Errorf("cannot read %s: %w", s.path, err), nil
		}
		if err := v.write(v.verdict(s, value)); err != nil || !s.stream {
			return nil, err
		}
	}
}

// whole reads in as one value.
func whole(in io.Reader) (jsonstream.Value, error) {
	text, err := io.ReadAll(io.LimitReader(in, maxValue+1))
	switch {
	case err != nil:
		return jsonstream.Value{}, err
	case len(bytes.TrimSpace(text)) == 0:
		return jsonstream.Value{}, io.EOF
	case len(text) > maxValue:
		return jsonstream.Value{Line: 1, TooLong: true}, nil
	}
	return jsonstream.Value{Line: 1, Text: text}, nil
}

func (v *validation) verdict(s source, value jsonstream.Value) verdict {
	said := verdict{Source: s.path, Line: value.Line, Offset: value.Offset}
	if value.TooLong {
		said.Error = fmt.Sprintf("the value has more than %d bytes", maxValue)
		return said
	}
	said.judge(v.judge, value.Text)
	return said
}

// write counts and writes a verdict.
func (v *validation) write(said verdict) error {
	switch {
	case !said.Valid:
		v.tally.invalid++
	case said.Unknown:
		v.tally.unknown++
		fallthrough
	default:
		v.tally.valid++
	}
	v.progress.clear()
	if v.json {
		enc := json.NewEncoder(v.program.stdout)
		enc.SetEscapeHTML(false)
		return enc.Encode(said)
	}
	_, err := fmt.Fprintln(v.program.stdout, said.text(v.program))
	return err
}
