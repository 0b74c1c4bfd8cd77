package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/check"
	"dossier/generator/content"
	"dossier/generator/dev/bench/corpus"
	"dossier/generator/emit"
	"dossier/generator/layout"
	"dossier/generator/link"
	"dossier/generator/model"
	"dossier/generator/pipeline"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/view"
	"dossier/layouts"
)

// sections is the size of the dossier that the benchmarks of each room are
// about. Larger ones are for profiles.
var sections = flag.Int("sections", 200, "how many sections the dossier has that benchmarks are about")

// memory is a file system in memory with a dossier's content.
func memory(b *testing.B) afero.Fs {
	b.Helper()
	fs := afero.NewMemMapFs()
	for path, text := range corpus.Files(seed, *sections) {
		if err := afero.WriteFile(fs, filepath.Join("content", filepath.FromSlash(path)), []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	return fs
}

// rooms are the values that the phases of a build hand on.
type rooms struct {
	corpus *model.Corpus
	site   *model.Site
	plan   *plan.Plan
	set    *layout.Set
}

func read(b *testing.B, fs afero.Fs) *model.Corpus {
	b.Helper()
	c, faults, err := content.Read(context.Background(), afero.NewBasePathFs(fs, "content"))
	if err != nil || len(faults) > 0 {
		b.Fatal(err, faults)
	}
	return c
}

func load(b *testing.B, languages []string) *layout.Set {
	b.Helper()
	set, faults, err := layout.Load(layouts.FS, layouts.FS, "layouts", view.Templates(), languages)
	if err != nil || len(faults) > 0 {
		b.Fatal(err, faults)
	}
	return set
}

func prepare(b *testing.B) rooms {
	b.Helper()
	c := read(b, memory(b))
	site, _ := link.Resolve(c)
	p, _ := plan.New(site)
	return rooms{c, site, p, load(b, c.Settings.Languages)}
}

func (r rooms) outputs(b *testing.B) []publish.Output {
	b.Helper()
	var all []publish.Output
	for _, emitter := range emit.All(nil) {
		out, err := emitter(r.plan, r.set)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, out...)
	}
	return publish.Flat(all)
}

// perSection reports time in the unit that budgets are counted in.
func perSection(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(*sections), "µs/section")
}

func BenchmarkRead(b *testing.B) {
	fs := memory(b)
	b.ReportAllocs()
	for b.Loop() {
		read(b, fs)
	}
	perSection(b)
}

// BenchmarkReread reads the content again after one section was written.
func BenchmarkReread(b *testing.B) {
	fs := afero.NewBasePathFs(memory(b), "content")
	section := ""
	for path := range corpus.Files(seed, *sections) {
		section = path // the last file is the last section of the last article
	}
	text, err := afero.ReadFile(fs, section)
	if err != nil {
		b.Fatal(err)
	}
	r := content.NewReader(fs)
	if _, _, err := r.Read(context.Background(), nil); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		if err := afero.WriteFile(fs, section, fmt.Appendf(text, "\nEdited %d times.\n", n), 0o644); err != nil {
			b.Fatal(err)
		}
		if _, _, err := r.Read(context.Background(), []string{section}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load(b, []string{"en"})
	}
}

func BenchmarkResolve(b *testing.B) {
	c := read(b, memory(b))
	b.ReportAllocs()
	for b.Loop() {
		link.Resolve(c)
	}
	perSection(b)
}

// BenchmarkReresolve is what serve does between reading and rendering after one
// section's text was changed: find what refers to what, plan and check.
func BenchmarkReresolve(b *testing.B) {
	c := read(b, memory(b))
	resolver, corpora := link.NewResolver(), edited(c)
	resolver.Resolve(c)
	b.Run("link", func(b *testing.B) {
		b.ReportAllocs()
		for n := 0; b.Loop(); n++ {
			resolver.Resolve(corpora[n%2])
		}
	})
	b.Run("plan-check", func(b *testing.B) {
		site, _ := resolver.Resolve(c)
		b.ReportAllocs()
		for b.Loop() {
			p, _ := plan.New(site)
			for _, rule := range slices.Concat(check.OfTexts(), check.Others(true)) {
				rule(p)
			}
		}
	})
}

// edited are two corpora that differ in the text of one section, and are
// otherwise equal: the same texts in fresh docs.
func edited(c *model.Corpus) (out [2]*model.Corpus) {
	for i := range out {
		out[i] = c.WithoutDrafts()
		a := out[i].Articles[len(out[i].Articles)/2]
		s := a.Sections[len(a.Sections)/2]
		text := *s.Texts.In(c.Settings.Default())
		text.Body = a.Sections[i].Texts.In(c.Settings.Default()).Body
		s.Texts = model.Texts{&text}
	}
	return out
}

func BenchmarkPlan(b *testing.B) {
	r := prepare(b)
	b.ReportAllocs()
	for b.Loop() {
		plan.New(r.site)
	}
	perSection(b)
}

func BenchmarkCheck(b *testing.B) {
	r := prepare(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, rule := range slices.Concat(check.OfTexts(), check.Others(true)) {
			rule(r.plan)
		}
	}
	perSection(b)
}

// BenchmarkEmit makes every file of the site on one processor, page by page.
func BenchmarkEmit(b *testing.B) {
	r := prepare(b)
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		size = 0
		for _, o := range r.outputs(b) {
			body, err := o.Render(nil)
			if err != nil {
				b.Fatal(err)
			}
			size += len(body)
		}
	}
	b.ReportMetric(float64(size), "output-bytes")
	perSection(b)
}

// BenchmarkPage makes the pages of one kind.
func BenchmarkPage(b *testing.B) {
	r := prepare(b)
	outputs, err := emit.Pages(r.plan, r.set)
	if err != nil {
		b.Fatal(err)
	}
	of := map[plan.Kind][]publish.Output{}
	var kinds []plan.Kind
	for i, p := range r.plan.Pages {
		if of[p.Kind] == nil {
			kinds = append(kinds, p.Kind)
		}
		of[p.Kind] = append(of[p.Kind], outputs[i])
	}
	for _, kind := range kinds {
		b.Run(string(kind), func(b *testing.B) {
			b.ReportAllocs()
			size, n := 0, 0
			for b.Loop() {
				body, err := of[kind][n%len(of[kind])].Render(nil)
				if err != nil {
					b.Fatal(err)
				}
				size, n = size+len(body), n+1
			}
			b.ReportMetric(float64(size)/float64(n), "page-bytes")
			b.ReportMetric(float64(len(of[kind])), "pages")
		})
	}
}

// BenchmarkWrite publishes rendered pages on a real disk: into an empty
// folder, over itself, and with one page changed.
func BenchmarkWrite(b *testing.B) {
	r := prepare(b)
	var rendered, edited []publish.Output
	for _, o := range r.outputs(b) {
		body, err := o.Render(nil)
		if err != nil {
			b.Fatal(err)
		}
		rendered = append(rendered, publish.Bytes(o.Path, body))
	}
	edited = append(edited, rendered...)
	edited[len(edited)/2] = publish.Bytes(edited[len(edited)/2].Path, []byte("edited"))
	write := func(b *testing.B, dir string, outputs []publish.Output) {
		b.Helper()
		if _, err := (&publish.Memory{}).Write(context.Background(), afero.NewOsFs(), dir, outputs, runtime.GOMAXPROCS(0)); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("new", func(b *testing.B) {
		b.ReportAllocs()
		top := b.TempDir()
		for n := 0; b.Loop(); n++ {
			write(b, filepath.Join(top, fmt.Sprint(n)), rendered)
		}
	})
	b.Run("same", func(b *testing.B) {
		b.ReportAllocs()
		dir := b.TempDir()
		write(b, dir, rendered)
		for b.Loop() {
			write(b, dir, rendered)
		}
	})
	b.Run("one", func(b *testing.B) {
		b.ReportAllocs()
		dir := b.TempDir()
		write(b, dir, rendered)
		for n := 0; b.Loop(); n++ {
			write(b, dir, [][]publish.Output{edited, rendered}[n%2])
		}
	})
}

// BenchmarkBuild builds the whole site from disk to disk: into an empty folder,
// and over itself.
func BenchmarkBuild(b *testing.B) {
	top, fs := b.TempDir(), afero.NewOsFs()
	if err := writeCorpus(filepath.Join(top, "content"), *sections, asWritten); err != nil {
		b.Fatal(err)
	}
	run := func(b *testing.B, out string) {
		b.Helper()
		res, faults, err := pipeline.Run(context.Background(), pipeline.Config{
			Source: fs, Target: fs, Content: filepath.Join(top, "content"), Layouts: filepath.Join(top, "layouts"),
			Out: filepath.Join(top, out), Jobs: runtime.GOMAXPROCS(0),
		})
		if err != nil || !res.OK {
			b.Fatal(err, faults)
		}
	}
	b.Run("new", func(b *testing.B) {
		b.ReportAllocs()
		for n := 0; b.Loop(); n++ {
			run(b, fmt.Sprint(n))
		}
		perSection(b)
	})
	b.Run("same", func(b *testing.B) {
		run(b, "same")
		b.ReportAllocs()
		for b.Loop() {
			run(b, "same")
		}
		perSection(b)
	})
}

// BenchmarkSave builds in a session after a section was saved, in a dossier without
// warnings and in one with many.
func BenchmarkSave(b *testing.B) {
	for _, corpus := range []struct {
		name   string
		change func(name, text string) (string, string)
	}{{"quiet", asWritten}, {"warned", withWarnings}} {
		b.Run(corpus.name, func(b *testing.B) {
			top := b.TempDir()
			if err := writeCorpus(filepath.Join(top, "content"), *sections, corpus.change); err != nil {
				b.Fatal(err)
			}
			session := pipeline.NewSession(pipeline.Config{
				Source: afero.NewOsFs(), Content: filepath.Join(top, "content"), Layouts: filepath.Join(top, "layouts"), Jobs: runtime.GOMAXPROCS(0),
			})
			if site, faults, err := session.Build(context.Background(), nil); err != nil || !site.OK {
				b.Fatal(err, faults.Errors())
			}
			all, err := sectionsIn(top)
			if err != nil {
				b.Fatal(err)
			}
			file := all[len(all)/2]
			text, err := os.ReadFile(file)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				if err := os.WriteFile(file, fmt.Appendf(text[:len(text):len(text)], "\nEdited %d times.\n", n), 0o644); err != nil {
					b.Fatal(err)
				}
				if _, _, err := session.Build(context.Background(), []string{file}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
