package main

import (
	"io"
	"os"

	"github.com/fatih/color"
	"github.com/mattn/go-isatty"
)

// isTerminal says whether a person sees what is written to stream, or types
// what is read from it.
func isTerminal(stream any) bool {
	if w, ok := stream.(*watched); ok {
		stream = w.Writer
	}
	file, ok := stream.(*os.File)
	return ok && (isatty.IsTerminal(file.Fd()) || isatty.IsCygwinTerminal(file.Fd()))
}

// coloured says whether text for w may hold colours: on a terminal, unless
// the person asks for none (https://no-color.org).
func (p *program) coloured(w io.Writer) bool {
	return isTerminal(w) && p.env("NO_COLOR") == "" && p.env("TERM") != "dumb"
}

// paint returns text in a colour if w takes colours.
func (p *program) paint(w io.Writer, text string, attributes ...color.Attribute) string {
	c := color.New(attributes...)
	if p.coloured(w) {
		c.EnableColor()
	} else {
		c.DisableColor()
	}
	return c.Sprint(text)
}

func (p *program) red(w io.Writer, text string) string {
	return p.paint(w, text, color.FgRed, color.Bold)
}

func (p *program) green(w io.Writer, text string) string {
	return p.paint(w, text, color.FgGreen)
}

func (p *program) yellow(w io.Writer, text string) string {
	return p.paint(w, text, color.FgYellow, color.Bold)
}

func (p *program) cyan(w io.Writer, text string) string {
	return p.paint(w, text, color.FgCyan)
}
