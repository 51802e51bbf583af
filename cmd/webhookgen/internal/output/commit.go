package output

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// step is one change on its way to the disk.
type step struct {
	change Change
	staged string // holds the new text; empty for a removal
	backup string // holds the old text; empty for a creation
}

// transaction is one commit. It keeps what is needed to undo it.
type transaction struct {
	folder    *folder
	disk      disk
	repairing bool // an interrupted run has left a journal
	steps     []step
	done      int      // steps that have been carried out
	dirs      []string // folders made, in order
	lastDir   string   // the folder that was staged into last; it is there
	temps     []string // temporary files that can exist, in order, without the journal
	journaled bool     // the journal is written
}

// commit carries out p. On an error everything is as it was, save where the
// error says otherwise.
func commit(ctx context.Context, f *folder, d disk, p *Plan) error {
	tx := &transaction{folder: f, disk: d, repairing: slices.Contains(p.Leftovers, journalName)}
	if err := tx.run(ctx, p); err != nil {
		return errors.Join(err, tx.undo())
	}
	return tx.clean(p)
}

// run stages, writes the journal and moves everything into place.
func (tx *transaction) run(ctx context.Context, p *Plan) error {
	if err := tx.removeLeftovers(p); err != nil {
		return err
	}
	for i, c := range p.Changes {
		if err := tx.stage(i, c); err != nil {
			return err
		}
	}
	if err := tx.writeJournal(p); err != nil {
		return err
	}
	for _, s := range tx.steps {
		if ctx.Err() != nil {
			return fmt.Errorf("interrupted: %w", context.Cause(ctx))
		}
		if err := tx.apply(s); err != nil {
			return &Error{Path: tx.folder.path(s.change.Name), What: "cannot be replaced", Err: err}
		}
		tx.done++
	}
	return nil
}

// writeJournal puts every digest in writing that a file may have from here on.
func (tx *transaction) writeJournal(p *Plan) error {
	j := journal{Spec: p.known.Spec, Files: map[string][]string{}}
	for name, sums := range p.known.Files {
		j.Files[name] = append(j.Files[name], sums...)
	}
	for _, c := range p.Changes {
		if c.Name == ManifestName {
			continue
		}
		for _, text := range [][]byte{c.Old, c.New} {
			if text != nil {
				j.Files[c.Name] = append(j.Files[c.Name], digest(text))
			}
		}
	}
	for name, sums := range j.Files {
		slices.Sort(sums)
		j.Files[name] = slices.Compact(sums)
	}
	temp := journalName + ".new"
	if err := tx.createTemp(temp, j.encode(), 0o666); err != nil {
		return err
	}
	if err := tx.disk.rename(temp, journalName); err != nil {
		return &Error{Path: tx.folder.dir, What: "cannot be written to, so nothing was changed", Err: err}
	}
	tx.journaled = true
	return nil
}

func (tx *transaction) apply(s step) error {
	if s.staged == "" {
		return tx.disk.remove(s.change.Name)
	}
	return tx.disk.rename(s.staged, s.change.Name)
}
