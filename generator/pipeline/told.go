package pipeline

import (
	"context"
	"slices"

	"dossier/generator/check"
	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/progress"
)

// done is what the phases found in one corpus, and what they take up of it the next time.
type done struct {
	corpus *model.Corpus
	plan   *plan.Plan
	read   diag.List // faults of the files by themselves, as they were given

	// Faults by what may change them, each list in order, with addresses below the
	// content folder: those of read; those of links in texts, and of the rules about
	// texts; and all others, which no edit of prose changes.
	reading, texts, others diag.List

	layouts diag.List // faults of these
	wrong   bool      // one of reading, texts and others has errors: no rule finds any
	faults  diag.List // all that are told, in order, with addresses from the working directory
}

// anew resolves, plans and checks a corpus, whatever was before. Read are the faults of
// its files.
func (ph *phases) anew(ctx context.Context, corpus *model.Corpus, read diag.List) *done {
	site, linked := ph.resolver.Resolve(corpus)
	d := &done{corpus: corpus, read: read, reading: read.Sorted()}
	d.plan, d.others = plan.New(site)
	for _, f := range linked {
		if f.Code == diag.AmbiguousName { // told of the first text of all
			d.others = append(d.others, f)
		} else {
			d.texts = append(d.texts, f)
		}
	}
	progress.Phase(ctx, "Checking")
	d.wrong = read.HasErrors() || d.texts.HasErrors() || d.others.HasErrors()
	d.texts = append(d.texts, checked(d.plan, check.OfTexts())...).Sorted()
	d.others = append(d.others, checked(d.plan, check.Others(!d.wrong))...).Sorted()
	return d
}

// laidOver is anew for a corpus that differs by an edit from the one before: what it finds is
// laid over what was found then. It gives nil when that cannot be.
func (ph *phases) laidOver(was *done, corpus *model.Corpus, read diag.List) *done {
	if was == nil {
		return nil
	}
	e, ok := model.Between(was.corpus, corpus)
	if !ok {
		return nil
	}
	site, linked, named, ok := ph.resolver.Again(was.plan.Site, e)
	if !ok {
		return nil
	}
	d := *was
	d.corpus, d.read = corpus, read
	if d.plan, ok = was.plan.Again(site, e, named); !ok {
		return nil
	}
	found, ok := check.Again(was.plan, d.plan, e, named)
	if !ok {
		return nil
	}
	if !slices.Equal(was.read, read) {
		d.reading = read.Sorted()
	}
	d.texts = was.texts.Replaced(e.Files(), append(linked, found...).Sorted())
	if same := d.reading.Is(was.reading) && d.texts.Is(was.texts); !same && was.wrong != (d.reading.HasErrors() || d.texts.HasErrors() || d.others.HasErrors()) {
		return nil // one of the rules is for sound content
	}
	return &d
}

// tell puts together what is told of what was found. Was is what was found before, if it
// is known.
func (d *done) tell(content string, was *done) {
	if was != nil && d.reading.Is(was.reading) && d.texts.Is(was.texts) && d.others.Is(was.others) && d.layouts.Is(was.layouts) {
		d.faults = was.faults
		return
	}
	all := diag.Merged(d.reading, d.texts, d.others)
	told, idle := check.Accepted(d.plan, all)
	d.faults = diag.Merged(within(content, diag.Merged(told, idle.Sorted())), d.layouts.Sorted())
}
