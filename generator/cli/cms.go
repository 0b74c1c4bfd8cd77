package cli

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/afero"

	"dossier/generator/cms"
	"dossier/generator/pipeline"
)

// addCMS writes the settings of Sveltia CMS for the dossier that is there, or nothing
// where some are: their owner may have changed them.
func (i *initCommand) addCMS(c *call) error {
	config, page := i.target("cms/config.yml"), i.target("cms/index.html")
	if taken, err := afero.Exists(c.fs, config); err != nil {
		return err
	} else if taken {
		return usageError{fmt.Errorf("%s exists already; delete it to have it made anew", filepath.ToSlash(config))}
	}
	text, err := cms.Config(c.ctx, pipeline.Config{Source: c.fs, Content: fromHere(i.target("content")), Layouts: fromHere(i.target("layouts")), Drafts: true, Jobs: 1}, "content")
	if err != nil {
		return err
	}
	if err := write(c.fs, config, text); err != nil {
		return err
	}
	if taken, err := afero.Exists(c.fs, page); err != nil {
		return err
	} else if !taken {
		if err := write(c.fs, page, cms.Page); err != nil {
			return err
		}
	}
	say(c.stdout, "Wrote the settings of Sveltia CMS into %s; docs/cms.md says what to put beside them", filepath.ToSlash(i.target("cms")))
	return nil
}
